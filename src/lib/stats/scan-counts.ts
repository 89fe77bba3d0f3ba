import type { ScanWindows } from './scan-windows.ts';

/** The cases of areas and periods, as a scan reads them; `fill` takes others in without new memory. */
export class ScanCounts {
	readonly #windows: ScanWindows;
	/** Cases of each area before each of the periods + 1 limits between periods, area by area. */
	readonly before: Int32Array;
	/** The periods in which an area has cases, from `start[area]` on, and how many; those before any window are left out. */
	readonly start: Int32Array;
	readonly period: Int32Array;
	readonly cases: Int32Array;

	constructor(windows: ScanWindows) {
		const { zones, periods } = windows;
		this.#windows = windows;
		this.before = new Int32Array(zones.centres * (periods + 1));
		this.start = new Int32Array(zones.centres + 1);
		this.period = new Int32Array(zones.centres * periods);
		this.cases = new Int32Array(zones.centres * periods);
	}

	/** @param counts of each area and period, area by area */
	fill(counts: Int32Array): void {
		const { zones, periods, firstBegin } = this.#windows;
		let at = 0;
		for (let area = 0; area < zones.centres; area++) {
			let sum = 0;
			for (let t = 0; t < periods; t++) {
				const count = counts[area * periods + t] ?? 0;
				sum += count;
				this.before[area * (periods + 1) + t + 1] = sum;
				if (count === 0 || t < firstBegin) continue;
				this.period[at] = t;
				this.cases[at] = count;
				at++;
			}
			this.start[area + 1] = at;
		}
	}
}
