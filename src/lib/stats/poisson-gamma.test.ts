import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadByMoments } from './clayton-kaldor.ts';
import { spreadByLikelihood } from './poisson-gamma-likelihood.ts';
import { riskPosterior } from './poisson-gamma.ts';

const fixed = { seed: 42, numRuns: 30 };
const kinds = [
	['moments', spreadByMoments],
	['likelihood', spreadByLikelihood]
] as const;
const observed = [20, 3, 0, 14, 9, 31, 2, 5];
const expected = [10, 9, 8, 11, 7, 12, 10, 6];

describe.each(kinds)('the spread of risks by %s', (_, spreadOf) => {
	it.each<[string, number[], number[]]>([
		['there is no area', [], []],
		['there is no case', [0, 0, 0], [1, 2, 3]],
		['nobody is expected', [1, 2], [0, 0]],
		['risks do not differ', [10, 20, 30], [10, 20, 30]],
		['nothing is a number', [NaN, NaN], [1, 2]]
	])('does not exist where %s', (_name, y, e) => {
		expect(spreadOf(y, e)).toBeUndefined();
	});

	it('leaves out areas that do not count', () => {
		const spread = spreadOf([NaN, ...observed, 0, 4], [3, ...expected, 0, NaN]);
		expect(spread).toEqual(spreadOf(observed, expected));
		expect(spread?.shape).toBeGreaterThan(0);
	});

	it('does not mind the order of areas, and follows the unit of what is expected', () => {
		const order = fc.shuffledSubarray(
			observed.map((_y, i) => i),
			{ minLength: observed.length }
		);
		const plain = spreadOf(observed, expected);
		fc.assert(
			fc.property(order, fc.constantFrom(0.01, 0.5, 8, 1000), (numbers, unit) => {
				const spread = spreadOf(
					numbers.map((i) => observed[i] ?? NaN),
					numbers.map((i) => (expected[i] ?? NaN) * unit)
				);
				expect((spread?.shape ?? NaN) / (plain?.shape ?? NaN)).toBeCloseTo(1, 6);
				expect((spread?.rate ?? NaN) / (plain?.rate ?? NaN) / unit).toBeCloseTo(1, 6);
			}),
			fixed
		);
	});
});

describe('the likelihood', () => {
	it('is at its highest: the probabilities of the cases are no likelier for a shape or rate beside', () => {
		const best = spreadByLikelihood(observed, expected);
		const { shape = NaN, rate = NaN, logLikelihood = NaN } = best ?? {};
		const logOf = (a: number, b: number): number =>
			observed.reduce((sum, y, i) => {
				const p = (expected[i] ?? NaN) / ((expected[i] ?? NaN) + b);
				let known = a * Math.log(1 - p) + y * Math.log(p);
				for (let j = 0; j < y; j++) known += Math.log((a + j) / (j + 1));
				return sum + known;
			}, 0);
		expect(logLikelihood).toBeCloseTo(logOf(shape, rate), 9);
		for (const [a, b] of [
			[1.001, 1],
			[0.999, 1],
			[1, 1.001],
			[1, 0.999],
			[1.01, 1.01],
			[0.99, 0.99]
		] as const) {
			expect(logOf(shape * a, rate * b)).toBeLessThan(logLikelihood);
		}
	});
});

describe('the risk of an area', () => {
	it('lies between its own and the mean risk', () => {
		const posterior = riskPosterior({ shape: 4, rate: 4 }, 20, 10);
		expect(posterior?.mean).toBeCloseTo(24 / 14, 12);
		expect(posterior?.low).toBeLessThan(posterior?.median ?? NaN);
		expect(posterior?.median).toBeLessThan(posterior?.mean ?? NaN);
		expect(posterior?.high).toBeGreaterThan(posterior?.mean ?? NaN);
		expect(posterior?.above1).toBeGreaterThan(0.9);
	});

	it.each([
		['nobody is expected', 4, 4, 1, 0],
		['the cases are not a number', 4, 4, NaN, 1],
		['the spread is none', Infinity, Infinity, 1, 1]
	])('does not exist where %s', (_, shape, rate, y, e) => {
		expect(riskPosterior({ shape, rate }, y, e)).toBeUndefined();
	});
});
