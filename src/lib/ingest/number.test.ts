import { describe, expect, it } from 'vitest';
import { isNumber, isWholeNumber } from './number.ts';

describe('a number', () => {
	it.each<[string, boolean, boolean]>([
		['0', true, true],
		['7119', true, true],
		['-3', true, true],
		['007', true, true],
		['999999999999999', true, true],
		['95.7', false, true],
		['-0.5', false, true],
		['', false, false],
		['-', false, false],
		['1.', false, false],
		['.5', false, false],
		['1,234', false, false],
		['1e3', false, false],
		['+1', false, false],
		['0x10', false, false],
		['１２', false, false],
		['3000000余', false, false],
		[' 1', false, false],
		['1234567890123456', false, false],
		['Infinity', false, false]
	])('%j is whole: %s, is one at all: %s', (text, whole, any) => {
		expect([isWholeNumber(text), isNumber(text)]).toEqual([whole, any]);
	});
});
