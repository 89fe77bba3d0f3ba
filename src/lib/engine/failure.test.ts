import { describe, expect, it } from 'vitest';
import { AppError } from '#lib/domain/errors.ts';
import { codeOf, failureOf, isOutOfMemory, isTrap } from './failure.ts';

function named(name: string, message: string): Error {
	const error = new Error(message);
	error.name = name;
	return error;
}

describe('what an engine failed of', () => {
	it.each([
		['RuntimeError', 'memory access out of bounds', true],
		['RuntimeError', 'null function or function signature mismatch', true],
		['RuntimeError', 'unreachable', true],
		['RangeError', 'Maximum call stack size exceeded', true],
		['RangeError', 'Array buffer allocation failed', false],
		['Error', 'Parser Error: syntax error at or near "unreachable"', false],
		['Error', 'Conversion Error: RuntimeError', false]
	])('%s "%s": a trap is %s', (name, message, expected) => {
		expect(isTrap(named(name, message))).toBe(expected);
	});

	it.each([
		['Error', 'Out of Memory Error: failed to allocate data of size 16.0 MiB', true],
		['Error', '{"exception_type":"Out of Memory","exception_message":"…"}', true],
		['Error', 'std::bad_alloc', true],
		['RangeError', 'Array buffer allocation failed', true],
		['RangeError', 'Invalid typed array length: 5000000000', true],
		['RangeError', 'offset is out of bounds', true],
		['RangeError', 'WebAssembly.Memory(): could not allocate memory', true],
		['Error', "Catalog Error: Table 'Out of Memory' does not exist", false],
		['RangeError', 'Maximum call stack size exceeded', false]
	])('%s "%s": want of memory is %s', (name, message, expected) => {
		expect(isOutOfMemory(named(name, message))).toBe(expected);
	});

	it('keeps what has a code already, and names the rest', () => {
		const lost = new AppError('engine-lost', 'gone');
		expect(failureOf(lost, 'query-failed')).toBe(lost);
		expect(failureOf(new Error('no'), 'load-failed')).toMatchObject({
			code: 'load-failed',
			message: 'no'
		});
		expect(codeOf(failureOf('text', 'query-failed'))).toBe('query-failed');
		expect(codeOf(new Error('no'))).toBeUndefined();
		expect([isTrap('text'), isOutOfMemory(undefined)]).toEqual([false, false]);
	});
});
