import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialProbability } from './discrete-probability.ts';
import { exactFunnelLimit, funnelScore, normalFunnelLimit } from './funnel-limits.ts';
import { overdispersion, overdispersionFactor } from './overdispersion.ts';

const fixed = { seed: 42 };

/** The limit as written: by adding probabilities from 0. */
function limitByAdding(target: number, n: number, p: number): number {
	let sum = 0;
	for (let r = 0; r <= n; r++) {
		const own = binomialProbability(r, n, target);
		sum += own;
		if (sum >= p || r === n) return Math.max(0, (r - (sum - p) / own) / n);
	}
	return NaN;
}

describe('exact limits of a funnel', () => {
	it('are those that adding probabilities gives', () => {
		const target = fc.double({ min: 0.001, max: 0.999, noNaN: true });
		const p = fc.constantFrom(0.001, 0.025, 0.5, 0.975, 0.999);
		fc.assert(
			fc.property(target, fc.integer({ min: 1, max: 400 }), p, (share, n, at) => {
				expect(exactFunnelLimit(share, n, at)).toBeCloseTo(limitByAdding(share, n, at), 8);
			}),
			fixed
		);
	});

	it('come close to the normal ones where there are many', () => {
		const exact = exactFunnelLimit(0.3, 1e8, 0.975) ?? NaN;
		const normal = normalFunnelLimit(0.3, 1e8, 1.959963984540054) ?? NaN;
		expect(exact).toBeCloseTo(normal, 7);
	});

	it.each([
		['there is nobody', 0.5, 0, 0.975],
		['n is not a number', 0.5, NaN, 0.975],
		['the target is above 1', 1.5, 10, 0.975],
		['the target is not a number', NaN, 10, 0.975],
		['the share of chance is 0', 0.5, 10, 0]
	])('do not exist where %s', (_, target, n, p) => {
		expect(exactFunnelLimit(target, n, p)).toBeUndefined();
	});

	it('of a target of none or all are the target', () => {
		expect(exactFunnelLimit(0, 10, 0.975)).toBe(0);
		expect(exactFunnelLimit(1, 10, 0.025)).toBe(1);
	});
});

describe('scores', () => {
	it('count standard errors from the target', () => {
		expect(funnelScore(0.5, 0.6, 100)).toBeCloseTo(2, 12);
		expect(normalFunnelLimit(0.5, 100, 2)).toBeCloseTo(0.6, 12);
	});

	it.each([
		[0.5, 0.5, 0],
		[0, 0, 10],
		[1, 0.5, 10],
		[0.5, NaN, 10]
	])('do not exist for a target of %d, a share of %d and n %d', (target, share, n) => {
		expect(funnelScore(target, share, n)).toBeUndefined();
	});
});

describe('overdispersion', () => {
	it('is the mean square after drawing in', () => {
		expect(overdispersion([-1, 1, 1, -1], 0)).toBe(1);
		const scores = [-100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 100];
		expect(overdispersion(scores)).toBe(0);
		expect(overdispersion(scores, 0)).toBeCloseTo(20_000 / 11, 9);
	});

	it('of nothing does not exist, and leaves out what is no number', () => {
		expect(overdispersion([])).toBeUndefined();
		expect(overdispersion([NaN])).toBeUndefined();
		expect(overdispersion([NaN, 2, 2])).toBe(4);
	});

	it('widens limits, and never narrows them', () => {
		expect(overdispersionFactor(4)).toBe(2);
		expect(overdispersionFactor(0.5)).toBe(1);
	});
});
