import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { abortError } from '#lib/domain/errors.ts';
import { boundedQuery, type Limits } from './bounded.ts';
import { codeOf } from './failure.ts';
import { Life } from './life.ts';

const limits: Limits = { query: 10_000, stop: 1_000 };
const never = (): Promise<never> => new Promise(() => undefined);
/** Ends as an obedient engine does: when it is told to stop. */
const untilStopped = (stop: AbortSignal): Promise<never> =>
	new Promise((_, reject) => {
		stop.addEventListener('abort', () => {
			reject(new Error('INTERRUPT Error: Interrupted!'));
		});
	});

function trap(): Error {
	const error = new Error('unreachable');
	error.name = 'RuntimeError';
	return error;
}

describe('a query within its limits', () => {
	let end: () => void;
	let life: Life;
	beforeEach(() => {
		vi.useFakeTimers();
		end = vi.fn();
		life = new Life(end);
	});
	afterEach(() => {
		vi.useRealTimers();
	});
	const failing = (work: (stop: AbortSignal) => Promise<unknown>, signal?: AbortSignal) =>
		boundedQuery(work, life, limits, signal).then(
			() => 'answered',
			(error: unknown) => codeOf(error) ?? (error as Error).name
		);

	it('gives its answer, and leaves no clock running', async () => {
		expect(await boundedQuery(() => Promise.resolve(7), life, limits)).toBe(7);
		expect(vi.getTimerCount()).toBe(0);
		expect(life.lost.aborted).toBe(false);
	});

	it('is stopped when it takes too long; an engine that stops stays', async () => {
		const failed = failing(untilStopped);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await failed).toBe('query-too-long');
		expect(life.lost.aborted).toBe(false);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is not stopped before', async () => {
		const settled = vi.fn();
		void failing(untilStopped).then(settled);
		await vi.advanceTimersByTimeAsync(9_500);
		expect(settled).not.toHaveBeenCalled();
	});

	it('took too long even where half an answer comes of it', async () => {
		const half = (stop: AbortSignal): Promise<string> =>
			new Promise((resolve) => {
				stop.addEventListener('abort', () => {
					resolve('half');
				});
			});
		const failed = failing(half);
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await failed).toBe('query-too-long');
	});

	it('took too long, and its engine is lost, where the engine does not stop', async () => {
		const failed = failing(never);
		await vi.advanceTimersByTimeAsync(10_999);
		expect(life.lost.aborted).toBe(false);
		await vi.advanceTimersByTimeAsync(1);
		expect(await failed).toBe('query-too-long');
		expect(life.lost.aborted).toBe(true);
		expect(end).toHaveBeenCalledOnce();
	});

	it('is cancelled from outside; the engine is lost only where it does not stop', async () => {
		for (const [work, isLost] of [
			[untilStopped, false],
			[never, true]
		] as const) {
			const controller = new AbortController();
			const failed = failing(work, controller.signal);
			await vi.advanceTimersByTimeAsync(100);
			controller.abort();
			await vi.advanceTimersByTimeAsync(1_000);
			expect(await failed).toBe(abortError().name);
			expect(life.lost.aborted).toBe(isLost);
		}
	});

	it('that is refused leaves the engine as it is', async () => {
		const refused = new Error('Binder Error: "unreachable" is no column. RuntimeError');
		expect(await failing(() => Promise.reject(refused))).toBe('query-failed');
		expect(life.lost.aborted).toBe(false);
	});

	it('that finds no memory leaves the engine as it is', async () => {
		const full = new Error('Out of Memory Error: failed to allocate 512.0 MiB');
		expect(await failing(() => Promise.reject(full))).toBe('engine-memory');
		expect(life.lost.aborted).toBe(false);
	});

	it('on which WebAssembly traps has lost the engine', async () => {
		expect(await failing(() => Promise.reject(trap()))).toBe('engine-lost');
		expect(end).toHaveBeenCalledOnce();
	});

	it('ends as soon as the engine is lost by something else', async () => {
		const failed = failing(never);
		life.lose(new Error('the worker has ended'));
		expect(await failed).toBe('engine-lost');
		expect(vi.getTimerCount()).toBe(0);
	});
});
