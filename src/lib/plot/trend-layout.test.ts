import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Figure } from '#lib/cube/figure.ts';
import { trendLayout, type TrendLayout } from './trend-layout.ts';

const fixed = { seed: 42 };
const size = { width: 452, height: 150 };
/** January of some year, as a running number. */
const january = 2020 * 12;

function figure(value: number | undefined, low = value, high = value): Figure {
	const state = value === undefined ? 'no_denominator' : 'ok';
	return { numerator: value ?? 0, denominator: NaN, value, low, high, state };
}

const ofValues = (...values: (number | undefined)[]): Figure[] =>
	values.map((value) => figure(value));

function layoutOf(
	figures: readonly Figure[],
	kind: 'count' | 'share' | 'rate' = 'count',
	firstMonth = january
): TrendLayout {
	return trendLayout(figures, kind, { from: 0, to: figures.length - 1 }, firstMonth, size);
}

/** Height above the axis of a point, for its month. */
function heightAt({ points, bottom }: TrendLayout, month: number): number {
	return bottom - (points.find((point) => point.month === month)?.y ?? NaN);
}

const lines = (path: string): number => path.split('M').length - 1;

describe('the line of a trend', () => {
	it('has one point a month, at even distances and in the middle of its month', () => {
		const { points } = layoutOf(ofValues(1, 2, 3, 4));
		// 44 and 8 pixels of margin leave 400 for four months.
		expect(points.map(({ x }) => x)).toEqual([94, 194, 294, 394]);
		expect(points.map(({ month }) => month)).toEqual([0, 1, 2, 3]);
	});

	it('stands as high as its value says', () => {
		const layout = layoutOf(ofValues(0, 5, 10));
		expect(heightAt(layout, 0)).toBeCloseTo(0, 9);
		expect(heightAt(layout, 1)).toBeCloseTo(heightAt(layout, 2) / 2, 9);
		expect(heightAt(layout, 2)).toBeGreaterThan(100);
		expect(layout.bottom).toBe(128);
	});

	it('has a gap, and no point, where a month has no value', () => {
		const layout = layoutOf(ofValues(1, 2, undefined, 4, 5));
		expect(lines(layout.line)).toBe(2);
		expect(layout.points.map(({ month }) => month)).toEqual([0, 1, 3, 4]);
	});

	it('is one line where every month has a value', () => {
		const layout = layoutOf(ofValues(1, 0, 3));
		expect(lines(layout.line)).toBe(1);
		expect(layout.points).toHaveLength(3);
	});

	it('is empty where no month has a value', () => {
		const layout = layoutOf(ofValues(undefined, undefined));
		expect([layout.line, layout.band, layout.points]).toEqual(['', '', []]);
	});

	it('is empty where there are no months', () => {
		const layout = trendLayout([], 'rate', { from: 0, to: 0 }, january, size);
		expect([layout.line, layout.band, layout.points, layout.xTicks]).toEqual(['', '', [], []]);
	});
});

describe('the band of a trend', () => {
	it('is there only where a month has an interval', () => {
		const layout = layoutOf([
			figure(5, 4, 6),
			{ ...figure(5), low: undefined, high: undefined },
			figure(5, 4, 6)
		]);
		expect(lines(layout.line)).toBe(1);
		expect(lines(layout.band)).toBe(2);
	});

	it('encloses the line', () => {
		const layout = layoutOf([figure(0.95, 0.92, 0.97), figure(0.96, 0.93, 0.98)], 'share');
		const numbers = [...layout.band.matchAll(/-?[\d.]+,(-?[\d.]+)/g)].map(([, y]) => Number(y));
		// Up along one edge and back along the other: two months make four corners.
		expect(numbers).toHaveLength(4);
		for (const { y } of layout.points) {
			expect(Math.min(...numbers)).toBeLessThan(y);
			expect(Math.max(...numbers)).toBeGreaterThan(y);
		}
	});
});

describe('the axis of values', () => {
	it.each(['count', 'rate'] as const)('of a %s begins at 0', (kind) => {
		const layout = layoutOf([figure(900, 880, 920), figure(1000, 980, 1020)], kind);
		const [first] = layout.yTicks;
		expect(first?.value).toBe(0);
		expect(first?.y).toBeCloseTo(layout.bottom, 9);
	});

	it('of a share begins at 90 % where every band lies above', () => {
		const layout = layoutOf([figure(0.97, 0.95, 0.98), figure(0.98, 0.96, 0.99)], 'share');
		expect(layout.yTicks[0]?.value).toBe(0.9);
		expect(layout.yTicks[0]?.y).toBeCloseTo(layout.bottom, 9);
		expect(layout.yTicks.at(-1)?.value).toBe(1);
	});

	it('of a share begins where its lowest band begins', () => {
		const layout = layoutOf([figure(0.5, 0.3, 0.7), figure(0.98, 0.96, 0.99)], 'share');
		// A value of 30 % would stand on the axis: 50 % stands at two sevenths of the height of 100 %.
		const top = layout.yTicks.find(({ value }) => value === 1)?.y ?? NaN;
		expect(heightAt(layout, 0)).toBeCloseTo(((layout.bottom - top) * 2) / 7, 9);
		for (const { value } of layout.yTicks) expect(value).toBeGreaterThanOrEqual(0.3);
	});

	it('of a share ends at 100 %, that of a count a little above the highest', () => {
		expect(layoutOf([figure(1, 0.9, 1)], 'share').yTicks.at(-1)).toMatchObject({ value: 1, y: 8 });
		expect(heightAt(layoutOf(ofValues(100)), 0)).toBeCloseTo(120 / 1.08, 9);
	});

	it('makes room for a band that reaches above all values', () => {
		const layout = layoutOf([figure(10, 6, 14), figure(8, 4, 12)], 'rate');
		// The axis ends at 14: 10 stands at 10 of 14 parts of its height.
		expect(heightAt(layout, 0)).toBeCloseTo((120 * 10) / 14, 9);
	});

	it('cuts a band that reaches far above all values before it flattens them', () => {
		const layout = layoutOf([figure(2, 0.1, 30)], 'rate');
		expect(heightAt(layout, 0)).toBeCloseTo(120 / 1.6, 9);
		const highest = Math.min(
			...[...layout.band.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y))
		);
		expect(highest).toBe(8);
	});

	it.each(['count', 'rate'] as const)('of nothing but zeros of a %s goes from 0 to 1', (kind) => {
		const layout = layoutOf(ofValues(0, 0, 0), kind);
		expect([layout.yTicks[0]?.value, layout.yTicks.at(-1)?.value]).toEqual([0, 1]);
		for (const { y } of layout.points) expect(y).toBe(layout.bottom);
	});

	it('has few ticks, each at the height of its value', () => {
		const layout = layoutOf(ofValues(0, 100));
		const perUnit = heightAt(layout, 1) / 100;
		expect(layout.yTicks.length).toBeGreaterThanOrEqual(2);
		expect(layout.yTicks.length).toBeLessThanOrEqual(5);
		for (const { y, value } of layout.yTicks) {
			expect(layout.bottom - y).toBeCloseTo(value * perUnit, 9);
		}
	});
});

describe('the axis of months', () => {
	it.each([
		['each quarter of a year', 12, january, [0, 3, 6, 9]],
		['each quarter, wherever the data begin', 12, january + 2, [1, 4, 7, 10]],
		['each half year of two years', 24, january, [0, 6, 12, 18]],
		['each January of more', 40, january + 2, [10, 22, 34]]
	])('names %s', (_, count, firstMonth, expected) => {
		const figures = ofValues(...new Array<number>(count).fill(1));
		const { xTicks, points } = layoutOf(figures, 'count', firstMonth);
		expect(xTicks.map(({ month }) => month)).toEqual(expected);
		for (const { x, month } of xTicks) expect(x).toBe(points[month]?.x);
	});
});

describe('the labels of the months', () => {
	const count = fc.integer({ min: 1, max: 120 });
	const width = fc.integer({ min: 260, max: 2000 });
	const labelled = (months: number, room: number, firstMonth: number) =>
		trendLayout(
			ofValues(...new Array<number>(months).fill(1)),
			'count',
			{ from: 0, to: 0 },
			firstMonth,
			{ width: room, height: 150 }
		).xTicks;

	// As many as there is room for, 84 pixels each; of 56 months no fourth January fits into 330 pixels.
	it.each([
		[380, 12, [0, 3, 6, 9]], // room for exactly four labels
		[379, 12, [0, 6]],
		[212, 12, [0, 6]],
		[211, 12, [0]],
		[380, 24, [0, 6, 12, 18]],
		[379, 24, [0, 12]],
		[330, 56, [0, 24, 48]],
		[100, 24, [0]]
	])('are as many as fit into %d pixels, for %d months', (room, months, expected) => {
		expect(labelled(months, room, january).map(({ month }) => month)).toEqual(expected);
	});

	it('stand at equal distances of a quarter, half a year or whole years', () => {
		fc.assert(
			fc.property(count, width, fc.nat({ max: 11 }), (months, room, offset) => {
				const at = labelled(months, room, january + offset).map(({ month }) => month);
				const distances = new Set(at.slice(1).map((month, i) => month - (at[i] ?? NaN)));
				expect(distances.size).toBeLessThanOrEqual(1);
				for (const distance of distances) expect([3, 6, 12, 24, 60]).toContain(distance);
				for (const month of at) expect((month + offset) % 3).toBe(0);
			}),
			fixed
		);
	});
});

describe('the shade of the chosen period', () => {
	it.each([
		['all months', 0, 3, 44, 400],
		['the first month', 0, 0, 44, 100],
		['the last two months', 2, 3, 244, 200]
	])('covers %s, whole months', (_, from, to, x, width) => {
		const { shade } = trendLayout(ofValues(1, 2, 3, 4), 'count', { from, to }, january, size);
		expect(shade).toEqual({ x, width });
	});
});

describe('any trend', () => {
	const figures = fc.array(
		fc.oneof(
			fc.constant(figure(undefined)),
			fc
				.tuple(
					fc.double({ min: 0, max: 1, noNaN: true }),
					fc.double({ min: 0, max: 1, noNaN: true })
				)
				.map(([one, other]) => {
					const [low, high] = [Math.min(one, other), Math.max(one, other)];
					return figure((low + high) / 2, low, high);
				})
		),
		{ maxLength: 40 }
	);

	it('is drawn inside its picture, in numbers that exist', () => {
		fc.assert(
			fc.property(
				figures,
				fc.constantFrom('count', 'share', 'rate'),
				fc.integer({ min: 120, max: 2000 }),
				(list, kind, width) => {
					const period = { from: 0, to: Math.max(0, list.length - 1) };
					const layout = trendLayout(list, kind, period, january, { width, height: 150 });
					expect(`${layout.line}${layout.band}`).not.toMatch(/NaN|Infinity|undefined/);
					for (const { x, y } of layout.points) {
						expect(x).toBeGreaterThan(44);
						expect(x).toBeLessThan(width - 8);
						expect(y).toBeGreaterThanOrEqual(8 - 1e-9);
						expect(y).toBeLessThanOrEqual(layout.bottom + 1e-9);
					}
					for (const { y } of layout.yTicks) {
						expect(y).toBeGreaterThanOrEqual(8 - 1e-9);
						expect(y).toBeLessThanOrEqual(layout.bottom + 1e-9);
					}
				}
			),
			{ ...fixed, numRuns: 300 }
		);
	});
});
