import { max, ticks } from 'd3-array';

/** Bars for consecutive stretches of time, laid out for a brush. */
export interface StretchBars {
	readonly bars: readonly { x: number; y: number; width: number; height: number }[];
	/** The same for all cases, behind them. */
	readonly ghosts: readonly { x: number; y: number; width: number; height: number }[];
	readonly yTicks: readonly { y: number; value: number }[];
	/** Stretches that have room for their name. */
	readonly xTicks: readonly { x: number; stretch: number }[];
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
	/** Where a stretch begins; one past the last is the right edge. */
	edge(stretch: number): number;
	/** The stretch at a place, the nearest one for a place outside. */
	stretchAt(x: number): number;
}

const MARGIN = { top: 6, right: 10, bottom: 22, left: 44 };

/** Room for one label, in pixels: half as much again as the longest, since the first one begins at the axis. */
const LABEL = 112;

/** `counts` and `all` have one number a stretch; the axis begins at 0 and ends with the highest of both. */
export function stretchBars(
	counts: ArrayLike<number>,
	all: ArrayLike<number> | undefined,
	{ width, height }: { readonly width: number; readonly height: number }
): StretchBars {
	const count = Math.max(1, counts.length);
	const left = MARGIN.left;
	const right = Math.max(left + 1, width - MARGIN.right);
	const bottom = height - MARGIN.bottom;
	const top = MARGIN.top;
	const each = (right - left) / count;
	const highest = max([...Array.from(counts), ...Array.from(all ?? [])]) ?? 0;
	const ceiling = Math.max(1, highest);
	const edge = (stretch: number): number => left + stretch * each;
	const y = (value: number): number => bottom - (value / ceiling) * (bottom - top);
	const gap = each > 4 ? 1 : 0;
	const bars = (values: ArrayLike<number>): StretchBars['bars'] =>
		Array.from(values, (value, i) => ({
			x: edge(i),
			y: y(value),
			width: Math.max(0.5, each - gap),
			height: bottom - y(value)
		}));
	const between = Math.max(1, Math.ceil(LABEL / each));
	return {
		bars: bars(counts),
		ghosts: all ? bars(all) : [],
		yTicks: ticks(0, ceiling, 3)
			.filter((value) => Number.isInteger(value))
			.map((value) => ({ y: y(value), value })),
		xTicks: Array.from({ length: Math.ceil(count / between) }, (_, i) => i * between)
			.filter((stretch) => edge(stretch) + LABEL / 2 <= right || stretch === 0)
			.map((stretch) => ({ x: edge(stretch + 0.5), stretch })),
		left,
		right,
		top,
		bottom,
		edge,
		stretchAt: (x) => Math.min(count - 1, Math.max(0, Math.floor((x - left) / each)))
	};
}
