import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';

const period = 64;

/** Value noise on a square lattice, smooth, about −1 … 1; `wavelength` in km. */
export class Noise {
	readonly #values: Float64Array;

	constructor(random: Random) {
		this.#values = Float64Array.from({ length: period * period }, () => random.between(-1, 1));
	}

	at(x: number, y: number, wavelength: number): number {
		const u = x / wavelength + 1000;
		const v = y / wavelength + 1000;
		const column = Math.floor(u);
		const row = Math.floor(v);
		const right = eased(u - column);
		const up = eased(v - row);
		const south = mixed(this.#value(column, row), this.#value(column + 1, row), right);
		const north = mixed(this.#value(column, row + 1), this.#value(column + 1, row + 1), right);
		return mixed(south, north, up);
	}

	/** Octaves added up, each half as wide and `persistence` as high as the one before. */
	rough(x: number, y: number, wavelength: number, octaves: number, persistence = 0.5): number {
		let sum = 0;
		let height = 1;
		let wide = wavelength;
		for (let octave = 0; octave < octaves; octave += 1) {
			// Octaves of one lattice would show its rows; each is shifted by its own odd distance.
			sum += height * this.at(x + octave * 37.3 * wavelength, y + octave * 19.7 * wavelength, wide);
			height *= persistence;
			wide /= 2;
		}
		return sum;
	}

	#value(column: number, row: number): number {
		return elementAt(this.#values, (row & (period - 1)) * period + (column & (period - 1)));
	}
}

function eased(t: number): number {
	return t * t * t * (t * (t * 6 - 15) + 10);
}

function mixed(a: number, b: number, share: number): number {
	return a + (b - a) * share;
}

/** 0 below `low`, 1 above `high`, smooth between. */
export function ramp(value: number, low: number, high: number): number {
	const t = Math.max(0, Math.min(1, (value - low) / (high - low)));
	return t * t * (3 - 2 * t);
}
