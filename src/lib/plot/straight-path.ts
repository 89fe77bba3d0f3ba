/** A place in a picture, in pixels. */
export interface Point {
	readonly x: number;
	readonly y: number;
}

/**
 * The SVG path of straight lines through points; it is broken where one is missing. A point alone is closed upon
 * itself, so that a round line cap shows it. Nothing for no points.
 */
export function linePath(points: readonly (Point | undefined)[]): string {
	return runsOf(points).map(throughAll).join('');
}

/** The SVG path of the bands between two lines of as many points; a band is broken where a point of either is missing. */
export function bandPath(
	upper: readonly (Point | undefined)[],
	lower: readonly (Point | undefined)[]
): string {
	const pairs = upper.map((above, i) => {
		const below = lower[i];
		return above && below && { above, below };
	});
	return runsOf(pairs)
		.map((run) => {
			const back = run.map(({ below }) => below).reverse();
			return `M${[...run.map(({ above }) => above), ...back].map(written).join('L')}Z`;
		})
		.join('');
}

function throughAll(run: readonly Point[]): string {
	return `M${run.map(written).join('L')}${run.length === 1 ? 'Z' : ''}`;
}

/** Hundredths of a pixel: finer cannot be seen, and only makes the page longer. */
function written({ x, y }: Point): string {
	return `${String(Math.round(x * 100) / 100)},${String(Math.round(y * 100) / 100)}`;
}

/** Consecutive items that are there. */
function runsOf<T>(items: readonly (T | undefined)[]): T[][] {
	const runs: T[][] = [];
	let run: T[] = [];
	for (const item of items) {
		if (item === undefined) {
			run = [];
			continue;
		}
		if (run.length === 0) runs.push(run);
		run.push(item);
	}
	return runs;
}
