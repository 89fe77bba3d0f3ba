import { describe, expect, it } from 'vitest';
import { abortError, AppError, isAbort, REJECTION_REASONS } from './errors.ts';

describe('an error of the program', () => {
	it('carries its code, its message and its cause', () => {
		const cause = new TypeError('inner');
		const error = new AppError('data-damaged', 'The file is not JSON.', cause);
		expect(error).toBeInstanceOf(Error);
		expect(error).toMatchObject({
			name: 'AppError',
			code: 'data-damaged',
			message: 'The file is not JSON.',
			cause
		});
	});

	it('may have no cause', () => {
		expect(new AppError('a', 'b').cause).toBeUndefined();
	});
});

describe('a cancellation', () => {
	it('is known by what abortError makes', () => {
		expect(isAbort(abortError())).toBe(true);
		expect(abortError().name).toBe('AbortError');
	});

	it("is known by the reason of the platform's own signal", () => {
		expect(isAbort(AbortSignal.abort().reason)).toBe(true);
	});

	it.each([
		['another exception of the platform', new DOMException('too slow', 'TimeoutError')],
		['an error with that name only', Object.assign(new Error('no'), { name: 'AbortError' })],
		['an error of the program', new AppError('AbortError', 'no')],
		['a text', 'AbortError'],
		['null', null],
		['undefined', undefined]
	])('is not %s', (_, error) => {
		expect(isAbort(error)).toBe(false);
	});
});

describe('the reasons of rejections', () => {
	it('stand once each', () => {
		expect(new Set(REJECTION_REASONS).size).toBe(REJECTION_REASONS.length);
	});

	it.each(REJECTION_REASONS)('are codes of small letters and hyphens: %s', (reason) => {
		expect(reason).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
	});
});
