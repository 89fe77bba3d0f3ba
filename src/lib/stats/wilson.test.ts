import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Z95 } from './normal.ts';
import { wilsonInterval } from './wilson.ts';

const fixed = { seed: 42 };
/** qnorm(0.999), for a two-sided interval of 99.8 %. */
const Z998 = 3.090232306167813;

interface Limits {
	lo: (number | null)[];
	hi: (number | null)[];
}
interface Reference {
	inputs: { ids: string[]; count: number[]; denominator: number[] };
	expected: Record<`wilson_${'' | 'plain_'}${'0.95' | '0.998'}`, Limits> & {
		hmisc_adjusted: string[];
	};
	tolerance: { abs: number; rel: number };
}

const read = (name: string): Reference =>
	JSON.parse(readFileSync(`tests/reference/${name}.json`, 'utf8')) as Reference;

describe.each(['rates_nc', 'rates_lattice', 'rates_islandsA'])('against R, in %s', (name) => {
	const { inputs, expected, tolerance } = read(name);
	const agrees = (ours: number, theirs: number): boolean =>
		Math.abs(ours - theirs) <= Math.max(tolerance.abs, tolerance.rel * Math.abs(theirs));

	it.each([
		['95 %', 'wilson_0.95', 'wilson_plain_0.95', Z95],
		['99.8 %', 'wilson_0.998', 'wilson_plain_0.998', Z998]
	] as const)('the limits of %s agree for every area', (_, whole, plain, z) => {
		const wrong: string[] = [];
		let compared = 0;
		inputs.ids.forEach((id, i) => {
			// Hmisc has a limit of its own for a count of 1; the plain one is beside it.
			const key = expected.hmisc_adjusted.includes(id) ? plain : whole;
			const [low, high] = [expected[key].lo[i] ?? null, expected[key].hi[i] ?? null];
			const ours = wilsonInterval(inputs.count[i] ?? NaN, inputs.denominator[i] ?? NaN, z);
			if (low === null || high === null) {
				if (ours !== undefined) wrong.push(`${id}: an interval where there is none`);
				return;
			}
			compared++;
			if (!ours || !agrees(ours[0], low) || !agrees(ours[1], high)) {
				wrong.push(`${id}: ${String(ours)} instead of ${low}, ${high}`);
			}
		});
		expect(wrong).toEqual([]);
		expect(compared).toBe(inputs.denominator.filter((n) => n > 0).length);
	});

	it('the plain limits agree wherever they are given', () => {
		const limits = expected['wilson_plain_0.95'];
		inputs.ids.forEach((id, i) => {
			const ours = wilsonInterval(inputs.count[i] ?? NaN, inputs.denominator[i] ?? NaN);
			const theirs = [limits.lo[i] ?? null, limits.hi[i] ?? null];
			for (const end of [0, 1] as const) {
				const limit = theirs[end];
				if (limit === null || limit === undefined) expect(ours, id).toBeUndefined();
				else expect(agrees(ours?.[end] ?? NaN, limit), id).toBe(true);
			}
		});
	});
});

describe('the Wilson interval', () => {
	it("has the trade's own figure: 6 814 of 7 119 resolved, 95.2 to 96.2 %", () => {
		const [low, high] = wilsonInterval(6814, 7119) ?? [];
		expect(low).toBeCloseTo(0.952, 3);
		expect(high).toBeCloseTo(0.962, 3);
	});

	it.each([
		['n is 0', 0, 0],
		['n is negative', 0, -5],
		['n is not a number', 1, NaN],
		['there are more successes than cases', 6, 5],
		['there are fewer than 0 successes', -1, 5],
		['the successes are not a number', NaN, 5]
	])('does not exist where %s', (_, successes, n) => {
		expect(wilsonInterval(successes, n)).toBeUndefined();
	});

	it.each([1, 2, 10, 481, 7119, 1e9])(
		'begins at exactly 0 for none of %d, and has a width',
		(n) => {
			const [low, high] = wilsonInterval(0, n) ?? [];
			expect(low).toBe(0);
			expect(high).toBeGreaterThan(0);
			expect(high).toBeLessThan(1);
		}
	);

	it.each([1, 2, 10, 481, 7119, 1e9])('ends at exactly 1 for all of %d, and has a width', (n) => {
		const [low, high] = wilsonInterval(n, n) ?? [];
		expect(high).toBe(1);
		expect(low).toBeLessThan(1);
		expect(low).toBeGreaterThan(0);
	});

	const counts = fc
		.integer({ min: 1, max: 1_000_000 })
		.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

	it('holds the share and stays between 0 and 1', () => {
		fc.assert(
			fc.property(counts, ([successes, n]) => {
				const [low = NaN, high = NaN] = wilsonInterval(successes, n) ?? [];
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(successes / n);
				expect(high).toBeGreaterThanOrEqual(successes / n);
				expect(high).toBeLessThanOrEqual(1);
			}),
			{ ...fixed, numRuns: 1000 }
		);
	});

	it('has the two shares at its ends that lie z standard errors from what was seen', () => {
		fc.assert(
			fc.property(
				counts.filter(([successes, n]) => successes > 0 && successes < n),
				fc.constantFrom(1, Z95, Z998),
				([successes, n], z) => {
					for (const limit of wilsonInterval(successes, n, z) ?? []) {
						const error = Math.sqrt((limit * (1 - limit)) / n);
						expect(Math.abs(successes / n - limit) / error / z).toBeCloseTo(1, 4);
					}
				}
			),
			fixed
		);
	});

	it('of the failures mirrors that of the successes', () => {
		fc.assert(
			fc.property(counts, ([successes, n]) => {
				const [low = NaN, high = NaN] = wilsonInterval(successes, n) ?? [];
				const [otherLow = NaN, otherHigh = NaN] = wilsonInterval(n - successes, n) ?? [];
				expect(otherLow).toBeCloseTo(1 - high, 12);
				expect(otherHigh).toBeCloseTo(1 - low, 12);
			}),
			fixed
		);
	});

	it('is wider where one must be surer', () => {
		fc.assert(
			fc.property(counts, ([successes, n]) => {
				const [low = NaN, high = NaN] = wilsonInterval(successes, n, Z95) ?? [];
				const [lower = NaN, higher = NaN] = wilsonInterval(successes, n, Z998) ?? [];
				expect(higher - lower).toBeGreaterThan(high - low);
				expect(lower).toBeLessThanOrEqual(low);
				expect(higher).toBeGreaterThanOrEqual(high);
			}),
			fixed
		);
	});
});
