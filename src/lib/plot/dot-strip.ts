import { extent, ticks } from 'd3-array';

/** Values as dots along a line, those that would hide each other stacked upwards. */
export interface DotStrip {
	readonly dots: readonly { readonly x: number; readonly y: number; readonly index: number }[];
	readonly ticks: readonly { readonly x: number; readonly value: number }[];
	readonly baseline: number;
	/** The place of any value, at the edge for one outside. */
	readonly x: (value: number) => number;
}

const MARGIN = { side: 22, top: 8, bottom: 20 };
const RADIUS = 3;

/** `values` are the peers, `also` what must lie on the axis too: the marked one and its interval. */
export function dotStrip(
	values: readonly number[],
	also: readonly number[],
	{ width, height }: { readonly width: number; readonly height: number }
): DotStrip {
	const [low = 0, high = 0] = extent([...values, ...also]);
	const span = high > low ? high - low : 1;
	const right = Math.max(MARGIN.side + 1, width - MARGIN.side);
	const scale = (right - MARGIN.side) / span;
	const x = (value: number): number =>
		Math.min(right, Math.max(MARGIN.side, MARGIN.side + (value - low) * scale));
	const baseline = height - MARGIN.bottom;
	const stacks = new Map<number, number[]>();
	values.forEach((value, index) => {
		const slot = Math.round(x(value) / (2 * RADIUS));
		stacks.set(slot, [...(stacks.get(slot) ?? []), index]);
	});
	const room = baseline - RADIUS - MARGIN.top;
	const dots = [...stacks].flatMap(([slot, indices]) => {
		const step = Math.min(2 * RADIUS, room / Math.max(1, indices.length - 1));
		return indices.map((index, i) => ({
			x: slot * 2 * RADIUS,
			y: baseline - RADIUS - 1 - i * step,
			index
		}));
	});
	return {
		dots,
		ticks: ticks(low, low + span, Math.max(2, Math.floor(width / 90))).map((value) => ({
			x: x(value),
			value
		})),
		baseline,
		x
	};
}
