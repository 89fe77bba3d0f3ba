import { distance, type Point } from './plane.ts';
import { Random } from './random.ts';

interface Wave {
	kx: number;
	ky: number;
	dx: number;
	dy: number;
	phase: number;
}

/**
 * A smooth displacement of the plane: a sum of waves. Because it moves neighbouring points together
 * it bends every border without ever letting two of them cross.
 */
export class SmoothWarp {
	readonly #waves: Wave[] = [];

	constructor(random: Random, octaves: readonly { wavelength: number; amplitude: number }[]) {
		for (const { wavelength, amplitude } of octaves) {
			for (let count = 0; count < 4; count += 1) {
				const heading = random.between(0, 2 * Math.PI);
				const push = random.between(0, 2 * Math.PI);
				const frequency = (2 * Math.PI) / (wavelength * random.between(0.8, 1.25));
				this.#waves.push({
					kx: frequency * Math.cos(heading),
					ky: frequency * Math.sin(heading),
					dx: (amplitude / 2) * Math.cos(push),
					dy: (amplitude / 2) * Math.sin(push),
					phase: random.between(0, 2 * Math.PI)
				});
			}
		}
	}

	at(point: Point): Point {
		let [x, y] = point;
		for (const wave of this.#waves) {
			const height = Math.sin(wave.kx * point[0] + wave.ky * point[1] + wave.phase);
			x += wave.dx * height;
			y += wave.dy * height;
		}
		return [x, y];
	}
}

/** Built-up places: the city core first, then the centre of each county-level area, in code order. */
export const hubs: readonly { at: Point; density: number; spread: number }[] = [
	{ at: [-4, -2], density: 5.2, spread: 10 },
	{ at: [-15, 9], density: 1.8, spread: 7 },
	{ at: [12, -13], density: 1.8, spread: 7 },
	{ at: [31, 22], density: 1.9, spread: 6 },
	{ at: [-33, -22], density: 1.9, spread: 6 }
];

/** How closely villages stand, relative to the open country (1). */
export function settlementDensity(point: Point): number {
	let density = 1;
	for (const hub of hubs) {
		const apart = distance(point, hub.at) / hub.spread;
		density += hub.density * Math.exp(-apart * apart);
	}
	return density;
}

export const outerRadius = 92;
const meanRadius = 53;

/** The rough ground plan: a lobed blob, bent by broad waves so that it has bays and tongues. */
export function groundPlan(seed: number): (point: Point) => boolean {
	const random = new Random(seed, 'ground-plan');
	const lobes = [2, 3, 4, 5, 7, 9].map((count) => ({
		count,
		height: (0.2 * (count - 1)) / Math.pow(count, 1.6),
		phase: random.between(0, 2 * Math.PI)
	}));
	const warp = new SmoothWarp(random, [
		{ wavelength: 55, amplitude: 6 },
		{ wavelength: 24, amplitude: 2.6 }
	]);
	return (point) => {
		const [x, y] = warp.at(point);
		const angle = Math.atan2(y, x);
		let radius = 1;
		for (const lobe of lobes) radius += lobe.height * Math.cos(lobe.count * angle + lobe.phase);
		return Math.hypot(x / 1.12, y / 0.92) < meanRadius * radius;
	};
}
