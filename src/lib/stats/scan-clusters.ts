import type { ScanCounts } from './scan-counts.ts';
import { isMore, likelihoodRatio, type ExpectedLimits } from './scan-ratio.ts';
import type { ScanWindows } from './scan-windows.ts';

/** Of each zone the window with the greatest ratio, in whole periods [from, to). */
export interface BestWindows {
	readonly ratio: Float64Array;
	readonly from: Int32Array;
	readonly to: Int32Array;
	readonly cases: Int32Array;
	readonly expected: Float64Array;
	/** Windows with more cases than expected, each as often as centres give it. */
	readonly positive: number;
}

/** Ratios that differ by less than this share are the same but for rounding. */
const TIE = 1e-12;

/** Looks at every window. Of windows as good the one that ends last counts, and of those the shortest. */
export function bestWindows(
	{ zones, periods, longest, firstEnd, before }: ScanWindows,
	counts: ScanCounts,
	limits: ExpectedLimits,
	all: number
): BestWindows {
	const { memberStart, member, zoneStart, zoneSize, times } = zones;
	const n = zoneSize.length;
	const width = periods + 1;
	const [ratio, expected] = [new Float64Array(n), new Float64Array(n)];
	const [from, to, cases] = [new Int32Array(n), new Int32Array(n), new Int32Array(n)];
	const [countSums, expectedSums] = [new Int32Array(width), new Float64Array(width)];
	let positive = 0;
	for (let centre = 0; centre < zones.centres; centre++) {
		let at = memberStart[centre] ?? 0;
		countSums.fill(0);
		expectedSums.fill(0);
		for (let zone = zoneStart[centre] ?? 0; zone < (zoneStart[centre + 1] ?? 0); zone++) {
			for (const end = (memberStart[centre] ?? 0) + (zoneSize[zone] ?? 0); at < end; at++) {
				const row = (member[at] ?? 0) * width;
				for (let t = 0; t < width; t++) {
					countSums[t] = (countSums[t] ?? 0) + (counts.before[row + t] ?? 0);
					expectedSums[t] = (expectedSums[t] ?? 0) + (before[row + t] ?? 0);
				}
			}
			let [best, above] = [0, 0];
			let most = limits.atOrBelow(0);
			for (let end = firstEnd; end <= periods; end++) {
				for (let begin = end - 1; begin >= Math.max(0, end - longest); begin--) {
					const count = (countSums[end] ?? 0) - (countSums[begin] ?? 0);
					const few = (expectedSums[end] ?? 0) - (expectedSums[begin] ?? 0);
					if (isMore(count, few)) above++;
					if (few > (most[count] ?? 0) || few > limits.settle(best, count)) continue;
					const found = likelihoodRatio(count, few, all);
					const isLater = end > (to[zone] ?? 0);
					if (found === 0 || found <= best * (isLater ? 1 - TIE : 1 + TIE)) continue;
					best = found;
					most = limits.atOrBelow(best);
					[from[zone], to[zone], cases[zone], expected[zone]] = [begin, end, count, few];
				}
			}
			ratio[zone] = best;
			positive += above * (times[zone] ?? 0);
		}
	}
	return { ratio, from, to, cases, expected, positive };
}

/** A zone of a centre. */
export interface CentreZone {
	readonly centre: number;
	readonly zone: number;
}

/**
 * The zone with the greatest ratio, the greatest of those that share no area with it, and so on: at most `most`, each with a
 * ratio above 0. Of zones as good the first one counts: smaller of one centre, earlier centre.
 */
export function separateZones(
	{ zones }: ScanWindows,
	ratio: Float64Array,
	most: number
): CentreZone[] {
	const { centres, memberStart, member, zoneStart, zoneSize } = zones;
	const isTaken = new Uint8Array(centres);
	const found: CentreZone[] = [];
	while (found.length < most) {
		let next: CentreZone | undefined;
		let greatest = 0;
		for (let centre = 0; centre < centres; centre++) {
			const [begin, end] = [memberStart[centre] ?? 0, memberStart[centre + 1] ?? 0];
			let free = begin;
			while (free < end && isTaken[member[free] ?? 0] === 0) free++;
			for (let zone = zoneStart[centre] ?? 0; zone < (zoneStart[centre + 1] ?? 0); zone++) {
				if ((zoneSize[zone] ?? 0) > free - begin) break;
				if ((ratio[zone] ?? 0) <= greatest * (1 + TIE)) continue;
				greatest = ratio[zone] ?? 0;
				next = { centre, zone };
			}
		}
		if (!next) break;
		found.push(next);
		for (const area of membersOf(zones, next)) isTaken[area] = 1;
	}
	return found;
}

/** The areas of a zone, nearest to its centre first. */
export function membersOf(zones: ScanWindows['zones'], { centre, zone }: CentreZone): Int32Array {
	const begin = zones.memberStart[centre] ?? 0;
	return zones.member.slice(begin, begin + (zones.zoneSize[zone] ?? 0));
}
