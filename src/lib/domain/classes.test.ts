import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLASSINGS, classesOfText, textOfClasses } from './classes.ts';

describe('classes in a link', () => {
	it.each(CLASSINGS.map((one) => [one]))('may be found by %s', (one) => {
		expect(classesOfText(one)).toBe(one);
	});

	it.each<[string, number[]]>([
		['5,10,20', [5, 10, 20]],
		['0', [0]],
		['-0', [0]],
		[' 1.5 , 2.25 ', [1.5, 2.25]],
		['-3,0,3', [-3, 0, 3]],
		['1,2,3,4,5,6', [1, 2, 3, 4, 5, 6]]
	])('may have limits of a reader: %s', (text, limits) => {
		expect(classesOfText(text)).toEqual(limits);
	});

	it.each([
		[''],
		[','],
		['5,'],
		['10,5'],
		['5,5'],
		['1,2,3,4,5,6,7'],
		['1e3'],
		['NaN'],
		['Infinity'],
		['0x10'],
		['1.23456'],
		['1234567890'],
		['Jenks'],
		['__proto__'],
		['５,１０']
	])('are nothing where they cannot be used: "%s"', (text) => {
		expect(classesOfText(text)).toBeUndefined();
	});

	it('are read as they were written, whatever they are', () => {
		const limits = fc
			.uniqueArray(fc.integer({ min: -9_999_999, max: 9_999_999 }), { minLength: 1, maxLength: 6 })
			.map((tens) => tens.sort((a, b) => a - b).map((ten) => Number((ten / 100).toFixed(2))));
		fc.assert(
			fc.property(fc.oneof(fc.constantFrom(...CLASSINGS), limits), (classes) => {
				expect(classesOfText(textOfClasses(classes))).toEqual(classes);
			}),
			{ seed: 42 }
		);
	});
});
