import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byarInterval } from './byar.ts';
import { Z95 } from './normal.ts';

const fixed = { seed: 42 };
/** qnorm(0.999), for a two-sided interval of 99.8 %. */
const Z998 = 3.090232306167813;

interface Limits {
	lo: (number | null)[];
	hi: (number | null)[];
}
interface Reference {
	inputs: { ids: string[]; count: number[]; denominator: number[] };
	expected: Record<`poisson_${'byar' | 'exact'}_${'0.95' | '0.998'}`, Limits>;
	tolerance: { abs: number; rel: number };
}

const read = (name: string): Reference =>
	JSON.parse(readFileSync(`tests/reference/${name}.json`, 'utf8')) as Reference;

const levels = [
	['0.95', Z95],
	['0.998', Z998]
] as const;

describe.each(['rates_nc', 'rates_lattice', 'rates_islandsA'])('against R, in %s', (name) => {
	const { inputs, expected, tolerance } = read(name);
	/** Areas with people, each with the limits of one kind. */
	const areas = (limits: Limits) =>
		inputs.ids.flatMap((id, i) => {
			const [low, high] = [limits.lo[i] ?? null, limits.hi[i] ?? null];
			const [count = NaN, people = NaN] = [inputs.count[i], inputs.denominator[i]];
			return low === null || high === null ? [] : [{ id, count, people, low, high }];
		});

	it('every area with people has reference limits', () => {
		const inhabited = inputs.denominator.filter((people) => people > 0).length;
		for (const [level] of levels) {
			expect(areas(expected[`poisson_byar_${level}`])).toHaveLength(inhabited);
			expect(areas(expected[`poisson_exact_${level}`])).toHaveLength(inhabited);
		}
	});

	// pois.byar of epitools puts count + 1/2 into both limits, where Breslow and Day have the count in
	// the lower and count + 1 in the upper one. The formula is the same, so each limit of theirs is
	// a limit of ours for a count that lies half a case beside.
	it.each(levels)('the formula is that of pois.byar, half a case beside, at %s', (level, z) => {
		const wrong: string[] = [];
		const agrees = (ours: number, theirs: number): boolean =>
			Math.abs(ours - theirs) <= Math.max(tolerance.abs, tolerance.rel * Math.abs(theirs));
		for (const { id, count, people, low, high } of areas(expected[`poisson_byar_${level}`])) {
			const lower = (byarInterval(count + 0.5, z)?.[0] ?? NaN) / people;
			if (!agrees(lower, Math.max(0, low))) wrong.push(`${id}, lower: ${lower} for ${low}`);
			if (count === 0) continue;
			const upper = (byarInterval(count - 0.5, z)?.[1] ?? NaN) / people;
			if (!agrees(upper, high)) wrong.push(`${id}, upper: ${upper} for ${high}`);
		}
		expect(wrong).toEqual([]);
	});

	it.each([
		['0.95', Z95, 0.0025],
		['0.998', Z998, 0.025]
	] as const)(
		'the limits come close to the exact ones from 10 cases upwards, at %s',
		(level, z, share) => {
			const many = areas(expected[`poisson_exact_${level}`]).filter(({ count }) => count >= 10);
			expect(many.length).toBeGreaterThan(5);
			for (const { id, count, people, low, high } of many) {
				const [lower = NaN, upper = NaN] = byarInterval(count, z) ?? [];
				expect(Math.abs(lower / people / low - 1), `${id}, lower`).toBeLessThan(share);
				expect(Math.abs(upper / people / high - 1), `${id}, upper`).toBeLessThan(share);
			}
		}
	);
});

describe("Byar's interval", () => {
	it.each([
		['is negative', -1],
		['is a little negative', -1e-9],
		['is not a number', NaN]
	])('does not exist where the count %s', (_, count) => {
		expect(byarInterval(count)).toBeUndefined();
	});

	it('begins at exactly 0 for no case, and ends near the exact 3.69', () => {
		const [low, high = NaN] = byarInterval(0) ?? [];
		expect(low).toBe(0);
		expect(high).toBeCloseTo(3.69, 1);
	});

	it.each([
		[1, Z998],
		[2, 6],
		[0.01, Z95]
	])('is never negative, where the formula is: %d cases with z = %d', (count, z) => {
		const formula = count * (1 - 1 / (9 * count) - z / (3 * Math.sqrt(count))) ** 3;
		expect(formula).toBeLessThan(0);
		expect(byarInterval(count, z)?.[0]).toBe(0);
	});

	const counts = fc.nat({ max: 10_000_000 });

	it('holds the count', () => {
		fc.assert(
			fc.property(counts, fc.constantFrom(Z95, Z998), (count, z) => {
				const [low = NaN, high = NaN] = byarInterval(count, z) ?? [];
				expect(low).toBeGreaterThanOrEqual(0);
				expect(low).toBeLessThanOrEqual(count);
				expect(high).toBeGreaterThan(count);
			}),
			{ ...fixed, numRuns: 1000 }
		);
	});

	it('rises with the count', () => {
		fc.assert(
			fc.property(counts, (count) => {
				const [low = NaN, high = NaN] = byarInterval(count) ?? [];
				const [nextLow = NaN, nextHigh = NaN] = byarInterval(count + 1) ?? [];
				expect(nextLow).toBeGreaterThan(low);
				expect(nextHigh).toBeGreaterThan(high);
			}),
			fixed
		);
	});

	it('is wider where one must be surer', () => {
		fc.assert(
			fc.property(counts, (count) => {
				const [low = NaN, high = NaN] = byarInterval(count, Z95) ?? [];
				const [lower = NaN, higher = NaN] = byarInterval(count, Z998) ?? [];
				expect(lower).toBeLessThanOrEqual(low);
				expect(higher).toBeGreaterThan(high);
			}),
			fixed
		);
	});
});
