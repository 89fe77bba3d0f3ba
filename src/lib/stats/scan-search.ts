import type { ScanCounts } from './scan-counts.ts';
import { likelihoodRatio, type ExpectedLimits } from './scan-ratio.ts';
import type { ScanWindows } from './scan-windows.ts';

/** A group of zones, the members that it adds to those before it, and where the centre's members begin. */
interface Group {
	readonly group: number;
	readonly endZone: number;
	readonly centreMember: number;
	readonly firstMember: number;
	readonly endMember: number;
}

/**
 * Finds the greatest likelihood ratio of all windows: exactly that of looking at each of them, mostly without doing so. A
 * window whose first or last period has no cases is no better than the shorter one, and a group of zones is passed over
 * where its most cases and its fewest expected do not reach what has been found.
 */
export class ScanSearch {
	readonly #windows: ScanWindows;
	readonly #limits: ExpectedLimits;
	readonly #all: number;
	/** Cases in each period of the zones up to a group's last one, and their sums before each limit between periods. */
	readonly #inPeriod: Int32Array;
	readonly #sums: Int32Array;

	/** @param all C, the same for everything that is searched */
	constructor(windows: ScanWindows, limits: ExpectedLimits, all: number) {
		this.#windows = windows;
		this.#limits = limits;
		this.#all = all;
		this.#inPeriod = new Int32Array(windows.periods);
		this.#sums = new Int32Array(windows.periods + 1);
	}

	greatest(counts: ScanCounts): number {
		const { zones, isProspective, groupStart, groupZone } = this.#windows;
		const { memberStart, member, zoneStart, zoneSize } = zones;
		const { start, period, cases } = counts;
		const inPeriod = this.#inPeriod;
		let greatest = 0;
		for (let centre = 0; centre < zones.centres; centre++) {
			const centreMember = memberStart[centre] ?? 0;
			const lastGroup = groupStart[centre + 1] ?? 0;
			let firstMember = centreMember;
			inPeriod.fill(0);
			for (let group = groupStart[centre] ?? 0; group < lastGroup; group++) {
				const endZone =
					group + 1 < lastGroup ? (groupZone[group + 1] ?? 0) : (zoneStart[centre + 1] ?? 0);
				const endMember = centreMember + (zoneSize[endZone - 1] ?? 0);
				for (let at = firstMember; at < endMember; at++) {
					const area = member[at] ?? 0;
					const end = start[area + 1] ?? 0;
					for (let i = start[area] ?? 0; i < end; i++) {
						const t = period[i] ?? 0;
						inPeriod[t] = (inPeriod[t] ?? 0) + (cases[i] ?? 0);
					}
				}
				const one = { group, endZone, centreMember, firstMember, endMember };
				greatest = isProspective
					? this.#greatestAlive(counts, one, greatest)
					: this.#greatestEver(counts, one, greatest);
				firstMember = endMember;
			}
		}
		return greatest;
	}

	/** Among windows that last until the end. */
	#greatestAlive(counts: ScanCounts, group: Group, known: number): number {
		const { periods, firstBegin, longest, least } = this.#windows;
		const inPeriod = this.#inPeriod;
		let at = group.group * longest;
		let [greatest, count] = [known, 0];
		let most = this.#limits.atOrBelow(greatest);
		for (let from = periods - 1; from >= firstBegin; from--) {
			const here = inPeriod[from] ?? 0;
			const expected = least[at++] ?? 0;
			if (here === 0) continue;
			count += here;
			if (expected > (most[count] ?? 0)) continue;
			greatest = this.#greatestOf(counts, group, from, periods, count, expected, greatest);
			most = this.#limits.atOrBelow(greatest);
		}
		return greatest;
	}

	/** Among windows at any time. */
	#greatestEver(counts: ScanCounts, group: Group, known: number): number {
		const { periods, longest, least } = this.#windows;
		const [inPeriod, sums] = [this.#inPeriod, this.#sums];
		const row = group.group * (periods + 1);
		let [greatest, sum] = [known, 0];
		let most = this.#limits.atOrBelow(greatest);
		for (let to = 1; to <= periods; to++) {
			const last = inPeriod[to - 1] ?? 0;
			sum += last;
			sums[to] = sum;
			if (last === 0) continue;
			const leastBefore = least[row + to] ?? 0;
			for (let from = Math.max(0, to - longest); from < to; from++) {
				if (inPeriod[from] === 0) continue;
				const count = sum - (sums[from] ?? 0);
				const expected = leastBefore - (least[row + from] ?? 0);
				if (expected > (most[count] ?? 0)) continue;
				greatest = this.#greatestOf(counts, group, from, to, count, expected, greatest);
				most = this.#limits.atOrBelow(greatest);
			}
		}
		return greatest;
	}

	/**
	 * The greatest that is known, or that of the group's zones from one limit between periods to another.
	 *
	 * @param count of the group's last zone
	 * @param leastExpected of its first one
	 */
	#greatestOf(
		counts: ScanCounts,
		{ group, endZone, centreMember, firstMember, endMember }: Group,
		from: number,
		to: number,
		count: number,
		leastExpected: number,
		known: number
	): number {
		if (leastExpected > this.#limits.settle(known, count)) return known;
		const { zones, periods, before, groupZone } = this.#windows;
		const { member, zoneSize } = zones;
		const casesOf = (at: number): number => {
			const row = (member[at] ?? 0) * (periods + 1);
			return (counts.before[row + to] ?? 0) - (counts.before[row + from] ?? 0);
		};
		let held = count;
		for (let at = firstMember; at < endMember; at++) held -= casesOf(at);
		const firstZone = groupZone[group] ?? 0;
		let [expected, greatest] = [leastExpected, known];
		let at = firstMember;
		for (let zone = firstZone; zone < endZone; zone++) {
			for (const end = centreMember + (zoneSize[zone] ?? 0); at < end; at++) {
				held += casesOf(at);
				if (zone === firstZone) continue;
				const row = (member[at] ?? 0) * (periods + 1);
				expected += (before[row + to] ?? 0) - (before[row + from] ?? 0);
			}
			if (expected > this.#limits.settle(greatest, held)) continue;
			greatest = Math.max(greatest, likelihoodRatio(held, expected, this.#all));
		}
		return greatest;
	}
}
