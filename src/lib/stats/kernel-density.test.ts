import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgeWeights } from './edge-weights.ts';
import { kernelDensity, scottBandwidth, type CellGrid, type Kernel } from './kernel-density.ts';

const KERNELS: Kernel[] = ['gaussian', 'quartic', 'epanechnikov'];
/** Middles from −20 to 30, half a unit apart. */
const middles = Float64Array.from({ length: 101 }, (_, i) => i / 2 - 20);
const wide: CellGrid = { x: middles, y: middles };
const size = 0.25;
const sum = (values: Float64Array): number => values.reduce((all, one) => all + one, 0);
const points = fc.array(
	fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })),
	{ minLength: 1, maxLength: 15 }
);
const columns = (some: readonly (readonly [number, number])[], unit = 1) => ({
	x: Float64Array.from(some, ([x]) => x * unit),
	y: Float64Array.from(some, ([, y]) => y * unit)
});
/** Cells of the square that the points lie in, its edge among them. */
const within = Uint8Array.from({ length: 101 * 101 }, (_, cell) => {
	const [x = NaN, y = NaN] = [middles[cell % 101], middles[Math.floor(cell / 101)]];
	return Number(x >= 0 && x <= 10 && y >= 0 && y <= 10);
});

describe.each(KERNELS)('density with the %s kernel', (kernel) => {
	it('adds up to the number of points over the plane', () => {
		fc.assert(
			fc.property(points, (some) => {
				// An eighth of the bandwidth from cell to cell: the sum is within half a percent of the integral.
				const density = kernelDensity(columns(some), wide, 4, kernel);
				expect((sum(density) * size) / some.length).toBeCloseTo(1, 2);
				expect(density.every((value) => value >= 0)).toBe(true);
			}),
			{ seed: 42, numRuns: 25 }
		);
	});

	it('adds up to the number of points over the city where the edge is corrected', () => {
		fc.assert(
			fc.property(points, (some) => {
				const weights = edgeWeights(columns(some), wide, within, 2, kernel);
				const density = kernelDensity(columns(some), wide, 2, kernel, weights);
				const inside = density.map((value, cell) => (within[cell] ? value : 0));
				expect(sum(inside) * size).toBeCloseTo(some.length, 9);
				expect(weights.every((weight) => weight > 0.99)).toBe(true);
			}),
			{ seed: 42, numRuns: 25 }
		);
	});

	it('does not mind the order of points, and falls with the square of the unit', () => {
		fc.assert(
			fc.property(points, (some) => {
				const grid = { x: Float64Array.of(0, 3, 7), y: Float64Array.of(1, 8) };
				const one = kernelDensity(columns(some), grid, 3, kernel);
				const scaled = { x: grid.x.map((x) => 2 * x), y: grid.y.map((y) => 2 * y) };
				const other = kernelDensity(columns(some.toReversed(), 2), scaled, 6, kernel);
				other.forEach((value, cell) => {
					expect(4 * value).toBeCloseTo(one[cell] ?? NaN, 12);
				});
			}),
			{ seed: 42, numRuns: 50 }
		);
	});

	it('is 0 without points', () => {
		expect(sum(kernelDensity(columns([]), wide, 2, kernel))).toBe(0);
	});
});

describe('density', () => {
	it('in the middle of a Gaussian is 1 ÷ 2πh², twice that for two points on one place', () => {
		const grid = { x: Float64Array.of(0), y: Float64Array.of(0) };
		const peak = 1 / (2 * Math.PI * 9);
		expect(kernelDensity(columns([[0, 0]]), grid, 3)[0]).toBeCloseTo(peak, 15);
		const twice = kernelDensity(
			columns([
				[0, 0],
				[0, 0]
			]),
			grid,
			3
		);
		expect(twice[0]).toBeCloseTo(2 * peak, 15);
	});

	it.each<[string, () => unknown, string]>([
		['a missing coordinate', () => kernelDensity(columns([[NaN, 0]]), wide, 1), 'not-finite'],
		['no bandwidth', () => kernelDensity(columns([[0, 0]]), wide, 0), 'out-of-range'],
		['a missing bandwidth', () => kernelDensity(columns([[0, 0]]), wide, NaN), 'out-of-range'],
		[
			'too few weights',
			() => kernelDensity(columns([[0, 0]]), wide, 1, 'quartic', new Float64Array(0)),
			'lengths-differ'
		],
		[
			'a mask of other cells',
			() => edgeWeights(columns([[0, 0]]), wide, new Uint8Array(3), 1),
			'lengths-differ'
		],
		[
			'a grid of one cell',
			() =>
				edgeWeights(
					columns([[0, 0]]),
					{ x: Float64Array.of(0), y: Float64Array.of(0) },
					new Uint8Array(1),
					1
				),
			'out-of-range'
		]
	])('refuses %s', (_, attempt, code) => {
		expect(attempt).toThrow(expect.objectContaining({ code }));
	});

	it('weighs a point that the city is out of reach of as nothing', () => {
		expect(edgeWeights(columns([[-15, -15]]), wide, within, 2, 'quartic')[0]).toBe(0);
	});
});

describe("a bandwidth by Scott's rule", () => {
	it.each<[number[], number]>([
		[[], NaN],
		[[4], NaN],
		[[4, 4, 4], 0],
		[[1, 3], Math.SQRT2 * 2 ** (-1 / 6)]
	])('of %j', (values, bandwidth) => {
		const found = scottBandwidth(Float64Array.from(values));
		if (Number.isNaN(bandwidth)) expect(found).toBeNaN();
		else expect(found).toBeCloseTo(bandwidth, 14);
	});
});
