import { describe, expect, it } from 'vitest';
import { lineOf } from './line.ts';

const subject = { name: 'answer', dataset: 'small', rows: 3, engine: 'wasm' } as const;

describe('a line of measurements', () => {
	it('says what was measured, the numbers, and what else is known', () => {
		expect(lineOf(subject, [1, 3], { panels: 4 })).toEqual({
			...subject,
			n: 2,
			median: 2,
			p95: 2.9,
			min: 1,
			max: 3,
			unit: 'ms',
			panels: 4
		});
	});

	it.each([
		[20, true],
		[19.99, false]
	])('judges a p95 of 20 against a budget of %d: %s', (budget, met) => {
		expect(lineOf(subject, [20], { budget })).toMatchObject({ budget, met });
	});

	it('is not within a budget for its median alone', () => {
		const samples = [...Array.from({ length: 18 }, () => 1), 50, 50];
		expect(lineOf(subject, samples, { budget: 33 })).toMatchObject({ median: 1, met: false });
	});

	it('takes another unit', () => {
		expect(lineOf(subject, [1], { unit: 'kB gzip' })).toMatchObject({ unit: 'kB gzip' });
	});
});
