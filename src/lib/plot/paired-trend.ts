import { max, ticks } from 'd3-array';
import type { Figure } from '#lib/cube/figure.ts';
import { bandPath, linePath, type Point } from './straight-path.ts';

/** Two small multiples on one scale: in each its own line with its band, and the line of the other one. */
export interface PairedTrend {
	readonly panels: readonly {
		readonly line: string;
		readonly band: string;
		readonly faint: string;
		readonly points: readonly Point[];
	}[];
	readonly yTicks: readonly { readonly y: number; readonly value: number }[];
	/** Where the first and the last stretch lie, and the axis. */
	readonly left: number;
	readonly right: number;
	readonly bottom: number;
}

const MARGIN = { top: 8, right: 10, bottom: 20, left: 40 };

/**
 * Lays out two series of figures, aligned at their first ones; they may differ in length. `size` is that of one panel,
 * in pixels. The scale begins at 0; bands that reach far above all values are cut. Empty series give empty paths.
 */
export function pairedTrend(
	series: readonly [readonly Figure[], readonly Figure[]],
	{ width, height }: { readonly width: number; readonly height: number }
): PairedTrend {
	const bottom = height - MARGIN.bottom;
	const count = Math.max(series[0].length, series[1].length);
	const right = width - MARGIN.right;
	const step = (right - MARGIN.left) / Math.max(1, count - 1);
	const both = [...series[0], ...series[1]];
	const highest = max(both, ({ value }) => value) ?? 0;
	const limit = max(both, ({ high }) => high) ?? 0;
	const top = Math.max(highest * 1.08, Math.min(limit, highest * 1.6)) || 1;
	const y = (value: number): number =>
		bottom - (Math.min(value, top) / top) * (bottom - MARGIN.top);
	const along = (
		figures: readonly Figure[],
		of: (figure: Figure) => number | undefined
	): (Point | undefined)[] =>
		figures.map((figure, i) => {
			const value = of(figure);
			return value === undefined ? undefined : { x: MARGIN.left + i * step, y: y(value) };
		});
	const value = (figure: Figure): number | undefined => figure.value;
	return {
		panels: series.map((own, i) => ({
			line: linePath(along(own, value)),
			band: bandPath(
				along(own, ({ high }) => high),
				along(own, ({ low }) => low)
			),
			faint: linePath(along(series[1 - i] ?? [], value)),
			points: along(own, value).flatMap((point) => point ?? [])
		})),
		yTicks: ticks(0, top, 3).map((at) => ({ y: y(at), value: at })),
		left: MARGIN.left,
		right,
		bottom
	};
}
