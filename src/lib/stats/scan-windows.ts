import type { ScanZones } from './scan-zones.ts';

/**
 * The windows of a scan: every zone during every stretch of periods that is not longer than `longest`, and, where only
 * those count that are alive at the end, ends with the last period.
 *
 * Zones of a centre that follow each other and differ little are looked at together: a group's first zone expects the
 * fewest cases and its last one holds the most, so that where these two do not reach a ratio no zone of the group does.
 */
export interface ScanWindows {
	readonly zones: ScanZones;
	readonly periods: number;
	readonly longest: number;
	readonly isProspective: boolean;
	/** No window begins before this period, or ends before `firstEnd`: how many periods have passed by then. */
	readonly firstBegin: number;
	readonly firstEnd: number;
	/** Expected cases of each area before each of the periods + 1 limits between periods, area by area. */
	readonly before: Float64Array;
	/** Groups of centre i are [groupStart[i], groupStart[i + 1]); those of its zones begin at groupZone. */
	readonly groupStart: Int32Array;
	readonly groupZone: Int32Array;
	/**
	 * As `before`, of each group's first zone. Prospective: what it expects in the last 1, 2, … `longest` periods instead,
	 * so that one number after the other is read.
	 */
	readonly least: Float64Array;
	/** How many windows there are, sets of areas that several centres give counted once. */
	readonly count: number;
}

/** How many deviations of chance a group's zones may differ by. Measured: 1 and 4 are slower. */
const SPREAD = 2;

/**
 * @param expected of each area and period, area by area
 * @param longest how many periods a window may last, from 1 to `periods`
 */
export function scanWindows(
	zones: ScanZones,
	expected: Float64Array,
	periods: number,
	longest: number,
	isProspective: boolean
): ScanWindows {
	const { centres, memberStart, member, zoneStart, zoneSize } = zones;
	const width = periods + 1;
	const before = runningSums(expected, centres, periods);
	const groupStart = new Int32Array(centres + 1);
	const groupZone: number[] = [];
	const least: Float64Array[] = [];
	const sums = new Float64Array(width);
	for (let centre = 0; centre < centres; centre++) {
		let at = memberStart[centre] ?? 0;
		let most = -1;
		sums.fill(0);
		for (let zone = zoneStart[centre] ?? 0; zone < (zoneStart[centre + 1] ?? 0); zone++) {
			const end = (memberStart[centre] ?? 0) + (zoneSize[zone] ?? 0);
			for (; at < end; at++) {
				const area = (member[at] ?? 0) * width;
				for (let t = 0; t < width; t++) sums[t] = (sums[t] ?? 0) + (before[area + t] ?? 0);
			}
			const inLongest = ((sums[periods] ?? 0) * longest) / periods;
			if (inLongest <= most) continue;
			most = inLongest + SPREAD * Math.sqrt(inLongest);
			groupZone.push(zone);
			least.push(isProspective ? toTheEnd(sums, longest) : sums.slice());
		}
		groupStart[centre + 1] = groupZone.length;
	}
	const stretches = isProspective ? longest : (longest * (2 * periods - longest + 1)) / 2;
	return {
		zones,
		periods,
		longest,
		isProspective,
		firstBegin: isProspective ? periods - longest : 0,
		firstEnd: isProspective ? periods : 1,
		before,
		groupStart,
		groupZone: Int32Array.from(groupZone),
		least: joined(least),
		count: zoneSize.length * stretches
	};
}

/** Of each row the sums of its first 0, 1, … entries: one more than the row has. */
export function runningSums(
	values: ArrayLike<number>,
	rows: number,
	columns: number
): Float64Array {
	const sums = new Float64Array(rows * (columns + 1));
	for (let row = 0; row < rows; row++) {
		let sum = 0;
		for (let column = 0; column < columns; column++) {
			sum += values[row * columns + column] ?? 0;
			sums[row * (columns + 1) + column + 1] = sum;
		}
	}
	return sums;
}

function toTheEnd(sums: Float64Array, longest: number): Float64Array {
	const all = sums.at(-1) ?? NaN;
	return Float64Array.from({ length: longest }, (_, back) => all - (sums.at(-2 - back) ?? NaN));
}

function joined(rows: readonly Float64Array[]): Float64Array {
	const all = new Float64Array(rows.reduce((length, row) => length + row.length, 0));
	let at = 0;
	for (const row of rows) {
		all.set(row, at);
		at += row.length;
	}
	return all;
}
