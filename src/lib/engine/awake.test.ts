import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { afterAwake } from './awake.ts';

describe('a time that the page is awake', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	it('ends once, when it is over', () => {
		const call = vi.fn();
		afterAwake(1_000, call);
		vi.advanceTimersByTime(999);
		expect(call).not.toHaveBeenCalled();
		vi.advanceTimersByTime(5_000);
		expect(call).toHaveBeenCalledOnce();
	});

	it('is not over because the clock has jumped while the page slept', () => {
		const call = vi.fn();
		afterAwake(1_000, call);
		vi.advanceTimersByTime(250);
		vi.setSystemTime(Date.now() + 3_600_000);
		vi.advanceTimersByTime(250);
		expect(call).not.toHaveBeenCalled();
	});

	it('can be called off', () => {
		const call = vi.fn();
		const callOff = afterAwake(1_000, call);
		vi.advanceTimersByTime(500);
		callOff();
		vi.advanceTimersByTime(5_000);
		expect(call).not.toHaveBeenCalled();
		expect(vi.getTimerCount()).toBe(0);
	});
});
