import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Indicator } from '#lib/domain/indicator.ts';
import { monthOf } from '#lib/domain/period.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { areaCounts, areaFigure, monthlyFigures } from './area-figures.ts';
import type { Cube } from './cube.ts';

const fixed = { seed: 42 };
const dataset = smallDataset();
const { areas, months } = dataset;
const [AREAS, MONTHS] = [areas.codes.length, months.count];

/** Cases at an area (a village, or a county where the village is not known), month by month. */
interface Row {
	readonly area: number;
	readonly month: number;
	readonly handled: number;
	readonly resolved: number;
}

function cubeOf(rows: readonly Row[]): Cube {
	const tallies = {
		handled: new Uint32Array(AREAS * MONTHS),
		resolved: new Uint32Array(AREAS * MONTHS)
	};
	for (const { area, month, handled, resolved } of rows) {
		const cell = area * MONTHS + month;
		tallies.handled[cell] = (tallies.handled[cell] ?? 0) + handled;
		tallies.resolved[cell] = (tallies.resolved[cell] ?? 0) + resolved;
	}
	const dimensions = [
		{ name: 'area', size: AREAS },
		{ name: 'month', size: MONTHS }
	];
	return { dimensions, tallies };
}

const randomRows = fc.array(
	fc
		.record({
			area: fc.nat({ max: AREAS - 1 }),
			month: fc.nat({ max: MONTHS - 1 }),
			handled: fc.nat({ max: 60 }),
			lost: fc.nat({ max: 60 })
		})
		.map(({ lost, ...row }) => ({ ...row, resolved: Math.max(0, row.handled - lost) })),
	{ maxLength: 40 }
);

/** Whether an area is the other one or lies in it, by climbing from parent to parent. */
function isWithin(at: number, scope: number): boolean {
	return at === scope || (at >= 0 && isWithin(areas.parent[at] ?? -1, scope));
}

function indicatorOf(kind: Indicator['kind']): Indicator {
	const found = dataset.index.manifest.indicators.find((one) => one.kind === kind);
	if (!found) throw new Error(`The small city has no ${kind}.`);
	return found;
}
const [count, share, rate] = [indicatorOf('count'), indicatorOf('share'), indicatorOf('rate')];

// Villages 2 and 3 lie in county 1, village 5 in county 4, villages 8 and 9 in county 7.
const cube = cubeOf([
	{ area: 2, month: 4, handled: 20, resolved: 19 }, // July 2020
	{ area: 2, month: 5, handled: 10, resolved: 10 },
	{ area: 3, month: 4, handled: 6, resolved: 3 },
	{ area: 1, month: 4, handled: 4, resolved: 4 }, // known to the county only
	{ area: 5, month: 9, handled: 8, resolved: 8 }, // December 2020
	{ area: 8, month: 6, handled: 40, resolved: 30 },
	{ area: 6, month: 7, handled: 2, resolved: 1 },
	{ area: 9, month: 0, handled: 50, resolved: 50 }, // March 2020
	{ area: 9, month: 15, handled: 70, resolved: 0 } // June 2021
]);

describe('counts of areas over a period', () => {
	it('hold the whole subtree of every area of every level', () => {
		const counts = areaCounts(dataset, cube, '2020-07', '2020-12');
		expect([...(counts['handled'] ?? [])]).toEqual([90, 40, 30, 6, 8, 8, 2, 40, 40, 0]);
		expect([...(counts['resolved'] ?? [])]).toEqual([75, 36, 29, 3, 8, 8, 1, 30, 30, 0]);
	});

	it.each([
		['one month', '2020-07', '2020-07', 30],
		['the first month', '2020-03', '2020-03', 50],
		['the last month', '2021-06', '2021-06', 70],
		['all months', '2020-03', '2021-06', 210],
		['a period that reaches beyond the data', '2019-01', '2025-12', 210],
		['a period before the data', '2019-01', '2020-02', 0],
		['a period behind the data', '2021-07', '2021-12', 0]
	])('take the first and the last month in: %s', (_, from, to, handled) => {
		expect(areaCounts(dataset, cube, from, to)['handled']?.[0]).toBe(handled);
	});

	it('are those of a person who goes through the rows', () => {
		const month = fc.nat({ max: MONTHS - 1 });
		fc.assert(
			fc.property(randomRows, month, month, (rows, one, other) => {
				const [first = NaN, last = NaN] = [one, other].sort((a, b) => a - b);
				const [from, to] = [first, last].map((at) => monthOf(months.first + at));
				const counts = areaCounts(dataset, cubeOf(rows), from ?? '', to ?? '');
				for (const tally of ['handled', 'resolved'] as const) {
					const expected = areas.codes.map((_, scope) =>
						rows
							.filter((row) => row.month >= first && row.month <= last)
							.filter((row) => isWithin(row.area, scope))
							.reduce((sum, row) => sum + row[tally], 0)
					);
					expect([...(counts[tally] ?? [])]).toEqual(expected);
				}
			}),
			{ ...fixed, numRuns: 200 }
		);
	});
});

describe('the figure of an area', () => {
	const counts = areaCounts(dataset, cube, '2020-07', '2020-12');

	it('is a count without a denominator', () => {
		expect(areaFigure(dataset, counts, count, 1)).toMatchObject({
			numerator: 40,
			denominator: NaN,
			value: 40,
			state: 'ok'
		});
	});

	it('is a share of the tally that the indicator names', () => {
		expect(areaFigure(dataset, counts, share, 1)).toMatchObject({
			numerator: 36,
			denominator: 40,
			value: 0.9,
			state: 'ok'
		});
	});

	it('is a rate of the resident population', () => {
		const figure = areaFigure(dataset, counts, rate, 0);
		expect(figure).toMatchObject({ numerator: 90, denominator: 9000, state: 'ok' });
		expect(figure.value).toBeCloseTo(100, 9);
	});

	it.each([
		['a share of too few cases', share, 3, 'too_few'],
		['a share of no case', share, 9, 'no_denominator'],
		['a rate where nobody lives', rate, 6, 'no_denominator'],
		['a rate where nobody knows how many live', rate, 8, 'no_denominator'],
		['a rate of too few cases', rate, 9, 'too_few']
	])('is marked: %s', (_, indicator, area, state) => {
		expect(areaFigure(dataset, counts, indicator, area).state).toBe(state);
	});
});

describe('the figures of an area month by month', () => {
	it('are one for each month of the data, with all that lies in the area', () => {
		const figures = monthlyFigures(dataset, cube, count, 1);
		expect(figures).toHaveLength(16);
		expect(figures.map(({ value }) => value)).toEqual([
			0, 0, 0, 0, 30, 10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
		]);
	});

	it('have the denominator of their own month where it is a tally', () => {
		const [, , , , july, august, september] = monthlyFigures(dataset, cube, share, 1);
		expect(july).toMatchObject({ numerator: 26, denominator: 30 });
		expect(august).toMatchObject({ numerator: 10, denominator: 10, value: 1 });
		expect(september).toMatchObject({ denominator: 0, value: undefined, state: 'no_denominator' });
	});

	it('have the population where it is a rate', () => {
		for (const { denominator } of monthlyFigures(dataset, cube, rate, 4)) {
			expect(denominator).toBe(4000);
		}
	});

	it('add up to the figure of the whole period, for every area', () => {
		fc.assert(
			fc.property(randomRows, fc.nat({ max: AREAS - 1 }), (rows, area) => {
				const random = cubeOf(rows);
				const counts = areaCounts(dataset, random, '2020-03', '2021-06');
				const sum = monthlyFigures(dataset, random, share, area).reduce(
					(total, { numerator, denominator }) => [
						(total[0] ?? NaN) + numerator,
						(total[1] ?? NaN) + denominator
					],
					[0, 0]
				);
				const { numerator, denominator } = areaFigure(dataset, counts, share, area);
				expect(sum).toEqual([numerator, denominator]);
			}),
			fixed
		);
	});

	it('cannot be had from a cube that lacks the tally', () => {
		const { dimensions, tallies } = cube;
		const lacking = { dimensions, tallies: { handled: tallies['handled'] ?? new Uint32Array() } };
		expect(() => monthlyFigures(dataset, lacking, share, 0)).toThrow(RangeError);
	});
});
