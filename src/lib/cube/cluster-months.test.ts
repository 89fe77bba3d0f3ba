import { describe, expect, it } from 'vitest';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { clusterMonths, monthSince } from './cluster-months.ts';
import { leadingType } from './leading-type.ts';

const dataset = smallDataset();
const { codes, end, population } = dataset.areas;
const scope = 0;
/** The first area that has nothing in it. */
const leaf = codes.findIndex((_, i) => end[i] === i + 1);
const months = dataset.months.count;

describe('months of a cluster', () => {
	const counts = new Uint32Array(codes.length * months);
	counts[leaf * months] = 6;
	counts[(codes.length - 1) * months + 1] = 4;
	const cube = {
		dimensions: [
			{ name: 'area', size: codes.length },
			{ name: 'month', size: months }
		],
		tallies: { cases: counts }
	};

	it('counts what lies in its areas, and expects by residents', () => {
		const found = clusterMonths(dataset, cube, 'cases', [leaf], scope);
		expect(found.cases[0]).toBe(6);
		const share = (population[leaf] ?? NaN) / (population[scope] ?? NaN);
		expect(found.expected[0]).toBeCloseTo(6 * share, 12);
		expect(found.expected[1]).toBeCloseTo(4 * share, 12);
	});

	it.each<[string, number[], boolean, number | undefined]>([
		['since the first month', [3, 3, 3], true, 0],
		['since it began anew', [3, 0, 3], true, 2],
		['no longer', [3, 3, 1], true, undefined],
		['as many as expected is not more', [3, 3, 2], true, undefined],
		['few since', [3, 1, 1], false, 1]
	])('has gone on: %s', (_, cases, isHigh, since) => {
		const expected = Float64Array.of(2, 2, 2);
		expect(monthSince({ cases: Float64Array.from(cases), expected }, isHigh, 2)).toBe(since);
	});
});

describe('the type that leads', () => {
	const types = 3;
	const counts = new Uint32Array(codes.length * types);
	counts.set([5, 1, 0], leaf * types);
	counts.set([0, 9, 9], (codes.length - 1) * types);
	const cube = {
		dimensions: [
			{ name: 'area', size: codes.length },
			{ name: 'type', size: types }
		],
		tallies: { cases: counts }
	};

	it('is the one furthest above, or below, what residents would have', () => {
		expect(leadingType(dataset, cube, 'cases', [leaf], scope, true)).toMatchObject({
			type: 0,
			cases: 5
		});
		expect(leadingType(dataset, cube, 'cases', [leaf], scope, false)?.type).toBe(2);
	});

	it('is none where no type has more', () => {
		const none = { ...cube, tallies: { cases: new Uint32Array(counts.length) } };
		expect(leadingType(dataset, none, 'cases', [leaf], scope, true)).toBeUndefined();
	});
});
