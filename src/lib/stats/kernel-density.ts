import { checkFinite, checkWithin } from './stats-error.ts';

/** How a point's weight falls off with distance. `bandwidth` is σ of the Gaussian, and the reach of the others. */
export type Kernel = 'gaussian' | 'quartic' | 'epanechnikov';

/** Middles of cells, in the points' unit: columns at `x`, rows at `y`. Cell (column, row) is number row × columns + column. */
export interface CellGrid {
	readonly x: Float64Array;
	readonly y: Float64Array;
}

/** Beyond 9 σ a Gaussian adds less than 10⁻¹⁷ of its peak: nothing beside it. */
const GAUSSIAN_REACH = 9;

/**
 * Points for each unit of area around the middle of each cell: the sum of kernels, each of which holds its point's weight.
 * Over the plane it adds up to their sum; divided by that it is a density. There is no correction at edges: near one, part
 * of each kernel lies outside. For that give weights of `edgeWeights`.
 *
 * No points: 0 everywhere. Points that lie together add up. O(points × cells within reach). Throws StatsError for missing
 * coordinates or weights, and for a bandwidth that is not above 0.
 *
 * B. W. Silverman, Density Estimation (1986). Agrees with `density.ppp` of R's spatstat (`at = "points"`, `edge = FALSE`) and,
 * for the other kernels, with direct sums.
 *
 * @param weights 1 each where left out
 */
export function kernelDensity(
	points: { readonly x: Float64Array; readonly y: Float64Array },
	grid: CellGrid,
	bandwidth: number,
	kernel: Kernel = 'gaussian',
	weights?: Float64Array
): Float64Array {
	checkFinite('x', points.x, points.x.length);
	checkFinite('y', points.y, points.x.length);
	if (weights) checkFinite('weights', weights, points.x.length);
	const density = new Float64Array(grid.x.length * grid.y.length);
	points.x.forEach((x, i) => {
		const weight = weights ? (weights[i] ?? NaN) : 1;
		overCells(grid, x, points.y[i] ?? NaN, bandwidth, kernel, (cell, height) => {
			density[cell] = (density[cell] ?? 0) + weight * height;
		});
	});
	return density;
}

/** Calls back with each cell that a kernel around a place reaches, and its height there. */
export function overCells(
	grid: CellGrid,
	x: number,
	y: number,
	bandwidth: number,
	kernel: Kernel,
	found: (cell: number, height: number) => void
): void {
	checkWithin('bandwidth', bandwidth, Number.MIN_VALUE);
	const columns = grid.x.length;
	const reach = kernel === 'gaussian' ? GAUSSIAN_REACH : 1;
	const across = grid.x.map((middle) => ((middle - x) / bandwidth) ** 2);
	const factor = across.map((square) => Math.exp(-square / 2));
	const peak = peakOf(kernel) / bandwidth ** 2;
	grid.y.forEach((middle, row) => {
		const up = ((middle - y) / bandwidth) ** 2;
		if (up > reach * reach) return;
		const rowPeak = kernel === 'gaussian' ? peak * Math.exp(-up / 2) : peak;
		for (let column = 0; column < columns; column++) {
			const inside = 1 - (up + (across[column] ?? NaN));
			if (inside < 1 - reach * reach) continue;
			const cell = row * columns + column;
			if (kernel === 'gaussian') found(cell, rowPeak * (factor[column] ?? 0));
			else found(cell, kernel === 'quartic' ? rowPeak * inside * inside : rowPeak * inside);
		}
	});
}

/** Height in the middle of a kernel of bandwidth 1. */
function peakOf(kernel: Kernel): number {
	if (kernel === 'gaussian') return 1 / (2 * Math.PI);
	return (kernel === 'quartic' ? 3 : 2) / Math.PI;
}

/**
 * A bandwidth of the Gaussian for each axis by Scott's rule: standard deviation × n^(−1/6). NaN for fewer than two points.
 *
 * D. W. Scott, Multivariate Density Estimation (1992); agrees with `bw.scott` of R's spatstat.
 */
export function scottBandwidth(values: Float64Array): number {
	const n = values.length;
	checkFinite('values', values, n);
	const mean = values.reduce((sum, value) => sum + value, 0) / n;
	const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
	return n < 2 ? NaN : Math.sqrt(squares / (n - 1)) * n ** (-1 / 6);
}
