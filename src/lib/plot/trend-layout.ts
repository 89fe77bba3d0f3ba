import { max, ticks } from 'd3-array';
import type { Figure } from '#lib/cube/figure.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import { bandPath, linePath, type Point } from './straight-path.ts';

export interface TrendLayout {
	readonly width: number;
	readonly height: number;
	/** SVG paths; gaps where a month has no value. */
	readonly line: string;
	readonly band: string;
	readonly points: readonly { x: number; y: number; month: number }[];
	readonly yTicks: readonly { y: number; value: number }[];
	/** Each quarter, half year or January, of long series each second or fifth: as many labels as there is room for. */
	readonly xTicks: readonly { x: number; month: number }[];
	readonly shade: { x: number; width: number };
	readonly bottom: number;
}

const MARGIN = { top: 8, right: 8, bottom: 22, left: 44 };

/**
 * Lays out one figure a month as a line with its 95 % band. The axis of counts and rates begins at 0;
 * that of shares, which lie close together near 1, only where the band does.
 * `from` and `to` are the first and last month of the chosen period (positions, inclusive);
 * `firstMonth` is the running number of the first figure's month.
 */
export function trendLayout(
	figures: readonly Figure[],
	kind: Indicator['kind'],
	period: { from: number; to: number },
	firstMonth: number,
	size: { width: number; height: number }
): TrendLayout {
	const { width, height } = size;
	const bottom = height - MARGIN.bottom;
	const step = (width - MARGIN.left - MARGIN.right) / Math.max(1, figures.length);
	const x = (month: number): number => MARGIN.left + (month + 0.5) * step;
	const lows = figures.map(({ low }) => low ?? Infinity);
	const floor = kind === 'share' ? Math.max(0, Math.min(0.9, ...lows)) : 0;
	const highest = max(figures, ({ value }) => value) ?? 0;
	const highestLimit = max(figures, ({ high }) => high) ?? 0;
	// The band of a small count may reach far above all values: it is cut before it flattens them.
	const top = Math.max(highest * 1.08, Math.min(highestLimit, highest * 1.6)) || 1;
	const ceiling = kind === 'share' ? 1 : top;
	const y = (value: number): number =>
		bottom - ((Math.min(value, ceiling) - floor) / (ceiling - floor)) * (bottom - MARGIN.top);

	const months = figures.map((figure, month) => ({ figure, month }));
	const between = monthsBetweenTicks(figures.length, width);
	const along = (limit: (figure: Figure) => number | undefined): (Point | undefined)[] =>
		months.map(({ figure, month }) => {
			const value = limit(figure);
			return value === undefined ? undefined : { x: x(month), y: y(value) };
		});
	return {
		width,
		height,
		line: linePath(along(({ value }) => value)),
		band: bandPath(
			along(({ high }) => high),
			along(({ low }) => low)
		),
		points: months
			.filter(({ figure }) => figure.value !== undefined)
			.map(({ figure, month }) => ({ x: x(month), y: y(figure.value ?? 0), month })),
		yTicks: ticks(floor, ceiling, 3).map((value) => ({ y: y(value), value })),
		xTicks: months
			.filter(({ month }) => (firstMonth + month) % between === 0)
			.map(({ month }) => ({ x: x(month), month })),
		shade: { x: x(period.from) - step / 2, width: (period.to - period.from + 1) * step },
		bottom
	};
}

/** Room for one label, in pixels. */
const LABEL = 84;

function monthsBetweenTicks(months: number, width: number): number {
	const labels = Math.max(1, Math.floor((width - MARGIN.left) / LABEL));
	const spans = [3, 6, 12, 24, 60, 120];
	return spans.find((between) => months / between <= labels) ?? 240;
}
