import { elementAt } from '#cli/demo-city/element-at.ts';
import { between, distance, type Point } from '#cli/demo-city/plane.ts';

const reachKm = 0.42;
const finestKm = 0.03;

interface Spot {
	at: Point;
	/** The direction of the line here, of length 1. */
	along: Point;
}

/** Finds the nearest spot of some lines, if one runs close by in about the same direction. */
export class LineIndex {
	readonly #spots = new Map<string, Spot[]>();

	constructor(lines: readonly (readonly Point[])[]) {
		for (const line of lines) {
			line.slice(1).forEach((to, index) => {
				this.#add(elementAt(line, index), to);
			});
		}
	}

	nearest(point: Point, direction: Point): Point | undefined {
		const length = Math.sqrt(direction[0] * direction[0] + direction[1] * direction[1]);
		let best: Point | undefined;
		let least = reachKm;
		for (const dx of [-1, 0, 1]) {
			for (const dy of [-1, 0, 1]) {
				const square = squareOf([point[0] + dx * reachKm, point[1] + dy * reachKm]);
				for (const { at, along } of this.#spots.get(square) ?? []) {
					const apart = distance(at, point);
					const turn = Math.abs(along[0] * direction[0] + along[1] * direction[1]);
					if (apart >= least || turn < 0.75 * length) continue;
					least = apart;
					best = at;
				}
			}
		}
		return best;
	}

	#add(from: Point, to: Point): void {
		const length = distance(from, to);
		if (length === 0) return;
		const along: Point = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
		for (let km = 0; km < length; km += finestKm) {
			const at = between(from, to, km / length);
			const square = squareOf(at);
			this.#spots.set(square, [...(this.#spots.get(square) ?? []), { at, along }]);
		}
	}
}

function squareOf([x, y]: Point): string {
	return `${Math.floor(x / reachKm)},${Math.floor(y / reachKm)}`;
}
