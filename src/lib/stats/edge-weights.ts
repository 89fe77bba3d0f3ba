import { overCells, type CellGrid, type Kernel } from './kernel-density.ts';
import { StatsError } from './stats-error.ts';

/**
 * Weights of points that make up for what of their kernels lies outside a city: 1 ÷ the kernel's mass in cells within it. The
 * density that comes of them adds up over those cells to the number of points, and is for them alone.
 *
 * The mass is a sum over cells: their width should be a third of the bandwidth or less. A point whose kernel does not
 * reach the city weighs 0. Throws StatsError for a mask of another length, and for a grid without two columns and rows,
 * whose cells have no size.
 *
 * P. J. Diggle, "A kernel method for smoothing point process data", Applied Statistics 34 (1985); as `density.ppp` of R's
 * spatstat with `diggle = TRUE`, up to the cells.
 *
 * @param isWithin by cell, not 0 where its middle lies within the city
 */
export function edgeWeights(
	points: { readonly x: Float64Array; readonly y: Float64Array },
	grid: CellGrid,
	isWithin: Uint8Array,
	bandwidth: number,
	kernel: Kernel = 'gaussian'
): Float64Array {
	if (isWithin.length !== grid.x.length * grid.y.length) {
		throw new StatsError('lengths-differ', 'cells within');
	}
	const size = stepOf(grid.x) * stepOf(grid.y);
	return points.x.map((x, i) => {
		let mass = 0;
		overCells(grid, x, points.y[i] ?? NaN, bandwidth, kernel, (cell, height) => {
			if (isWithin[cell]) mass += height * size;
		});
		return mass > 0 ? 1 / mass : 0;
	});
}

function stepOf(middles: Float64Array): number {
	const step = ((middles.at(-1) ?? NaN) - (middles[0] ?? NaN)) / (middles.length - 1);
	if (!(step > 0)) throw new StatsError('out-of-range', 'grid');
	return step;
}
