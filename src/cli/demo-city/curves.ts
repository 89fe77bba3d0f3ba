import { narrowKeys } from './corners.ts';
import { crossingKeys } from './crossings.ts';
import { elementAt, valueOf } from './element-at.ts';
import { edgeKey, type Mesh } from './mesh.ts';
import { between, distance, type Point } from './plane.ts';
import { Random } from './random.ts';
import { SmoothWarp } from './terrain.ts';

const finestKm = 0.45;
const roughness = 0.18;

/** The natural course of each edge of a village, from its lower to its higher corner number. */
export function edgeCurves(seed: number, mesh: Mesh): Map<string, Point[]> {
	const corners = new Map<string, readonly [Point, Point]>();
	for (const ring of mesh.rings) {
		ring.forEach((node, index) => {
			const next = elementAt(ring, (index + 1) % ring.length);
			const low = elementAt(mesh.nodes, Math.min(node, next));
			const high = elementAt(mesh.nodes, Math.max(node, next));
			corners.set(edgeKey(node, next), [low, high]);
		});
	}
	const warp = new SmoothWarp(new Random(seed, 'warp'), [
		{ wavelength: 18, amplitude: 1 },
		{ wavelength: 7, amplitude: 0.3 },
		{ wavelength: 3, amplitude: 0.08 }
	]);
	const curves = new Map<string, Point[]>();
	let waiting = [...corners.keys()];
	for (let amplitude = roughness; waiting.length > 0; amplitude /= 2) {
		for (const key of waiting) {
			const [low, high] = valueOf(corners, key);
			const course = brokenLine(new Random(seed, 'edge', key), low, high, amplitude);
			curves.set(
				key,
				course.map((point) => warp.at(point))
			);
		}
		// Where two courses cross, or leave a corner side by side, both are drawn again with less swing.
		const unsound = new Set([...crossingKeys(curves), ...narrowKeys(curves)]);
		waiting = amplitude < 0.001 ? [] : [...unsound];
	}
	return curves;
}

/** Midpoint displacement; the swing shrinks faster than the pieces do, so that no spikes appear. */
function brokenLine(random: Random, from: Point, to: Point, amplitude: number): Point[] {
	const length = distance(from, to);
	if (length < finestKm) return [from, to];
	const [x, y] = between(from, to, random.between(0.42, 0.58));
	const swing = amplitude * random.between(-1, 1);
	const middle: Point = [x - (to[1] - from[1]) * swing, y + (to[0] - from[0]) * swing];
	const first = brokenLine(random, from, middle, amplitude * 0.9);
	const second = brokenLine(random, middle, to, amplitude * 0.9);
	return [...first, ...second.slice(1)];
}

/** The closed outline of a village, counter-clockwise. */
export function villageRing(
	curves: ReadonlyMap<string, Point[]>,
	ring: readonly number[]
): Point[] {
	const outline: Point[] = [];
	ring.forEach((node, index) => {
		const next = elementAt(ring, (index + 1) % ring.length);
		const curve = valueOf(curves, edgeKey(node, next));
		outline.push(...(node < next ? curve : [...curve].reverse()).slice(0, -1));
	});
	return [...outline, elementAt(outline, 0)];
}
