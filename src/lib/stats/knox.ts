import { othersWithin } from './distance-neighbours.ts';
import { gammaTails } from './incomplete-gamma.ts';
import { type Places, withCoordinates } from './places.ts';
import { seededRandom, shuffle } from './seeded-random.ts';
import { checkFinite, checkWithin } from './stats-error.ts';

export interface KnoxQuestion {
	readonly places: Places;
	/** By event, in any unit. */
	readonly times: Float64Array;
	/** Events are near when they are at most this far apart, and soon when at most this long. */
	readonly near: number;
	readonly soon: number;
	/** Random orders of the times: 999 where it is left out. */
	readonly draws?: number;
	readonly seed: number;
	readonly onProgress?: (done: number, draws: number) => void;
	/** Asked before each random order. */
	readonly shouldStop?: () => boolean;
}

export interface Knox {
	/** Pairs of events that are near and soon, those near, those soon, and all. */
	readonly both: number;
	readonly nearPairs: number;
	readonly soonPairs: number;
	readonly pairs: number;
	/** Of `both` where time does not mind place: its mean and its variance over all orders of the times. */
	readonly expected: number;
	readonly variance: number;
	/** NaN where the variance is 0. */
	readonly z: number;
	/** Chance of as many or more: by Poisson's distribution, and (1 + orders with as many) ÷ (orders + 1). */
	readonly poissonP: number;
	readonly p: number;
}

/**
 * Knox's test: are events that are near each other in space also near in time, more than places and times by themselves
 * make them?
 *
 * Undefined if `shouldStop` said so, and for fewer than two events. Events that lie together are near. Throws StatsError
 * for a place without coordinates, a time that is missing, a distance or a time span below 0.
 *
 * E. G. Knox, Applied Statistics 13 (1964); moments of D. E. Barton and F. N. David (1966). Counts agree with `knox` of R's
 * surveillance, whose Poisson p is that of more, not of as many or more.
 */
export function knox(question: KnoxQuestion): Knox | undefined {
	const { places, times, near, soon } = question;
	checkFinite('times', times, places.size);
	checkWithin('near', near, 0);
	checkWithin('soon', soon, 0);
	withCoordinates(places);
	const n = places.size;
	if (n < 2) return undefined;
	const lists = othersWithin(places, near);
	const close = lists.flatMap((others, i) => others.filter((j) => j > i).map((j) => [i, j]));
	const [one, other] = [0, 1].map((end) => Int32Array.from(close, (pair) => pair[end] ?? 0));
	const soonOf = soonCounts(times, soon);
	const nearPairs = close.length;
	const soonPairs = soonOf.reduce((sum, count) => sum + count, 0) / 2;
	const pairs = (n * (n - 1)) / 2;
	const countBoth = (moments: Float64Array): number => {
		let both = 0;
		for (let i = 0; i < nearPairs; i++) {
			const span = (moments[one?.[i] ?? -1] ?? NaN) - (moments[other?.[i] ?? -1] ?? NaN);
			if (Math.abs(span) <= soon) both++;
		}
		return both;
	};
	const both = countBoth(times);
	const expected = (nearPairs * soonPairs) / pairs;
	const forks = (counts: ArrayLike<number>): number =>
		Array.from(counts).reduce((sum, count) => sum + count * (count - 1), 0);
	const nearForks = forks(lists.map(({ length }) => length));
	const variance = varianceOf(n, nearPairs, soonPairs, nearForks, forks(soonOf));
	const p = permutedP(question, both, countBoth);
	if (p === undefined) return undefined;
	const poissonP = both > 0 ? gammaTails(both, expected).below : 1;
	const z = variance > 0 ? (both - expected) / Math.sqrt(variance) : NaN;
	return { both, nearPairs, soonPairs, pairs, expected, variance, z, poissonP, p };
}

/** How many others of each event are soon before or after it. */
function soonCounts(times: Float64Array, soon: number): Int32Array {
	const order = Int32Array.from(times, (_, i) => i).sort(
		(a, b) => (times[a] ?? NaN) - (times[b] ?? NaN)
	);
	const counts = new Int32Array(times.length);
	let first = 0;
	order.forEach((event, at) => {
		const time = times[event] ?? NaN;
		while (time - (times[order[first] ?? -1] ?? NaN) > soon) first++;
		counts[event] = (counts[event] ?? 0) + at - first;
		for (let earlier = first; earlier < at; earlier++) {
			const i = order[earlier] ?? -1;
			counts[i] = (counts[i] ?? 0) + 1;
		}
	});
	return counts;
}

/** @param nearForks ordered pairs of near pairs that share an event; soonForks likewise */
function varianceOf(
	n: number,
	nearPairs: number,
	soonPairs: number,
	nearForks: number,
	soonForks: number
): number {
	const pairs = (n * (n - 1)) / 2;
	const expected = (nearPairs * soonPairs) / pairs;
	const sharing = n > 2 ? (nearForks * soonForks) / (n * (n - 1) * (n - 2)) : 0;
	const apart = (count: number, sharingPairs: number): number => count * (count - 1) - sharingPairs;
	const disjoint =
		n > 3
			? (4 * apart(nearPairs, nearForks) * apart(soonPairs, soonForks)) /
				(n * (n - 1) * (n - 2) * (n - 3))
			: 0;
	const variance = expected + sharing + disjoint - expected * expected;
	// Of two numbers that should be equal rounding may leave a little.
	return variance > 1e-12 * expected * expected ? variance : 0;
}

function permutedP(
	{ times, draws = 999, seed, onProgress, shouldStop }: KnoxQuestion,
	both: number,
	countBoth: (moments: Float64Array) => number
): number | undefined {
	const mixed = times.slice();
	const draw = seededRandom(seed);
	let asMany = 1;
	for (let i = 1; i <= draws; i++) {
		if (shouldStop?.()) return undefined;
		shuffle(mixed, draw);
		if (countBoth(mixed) >= both) asMany++;
		onProgress?.(i, draws);
	}
	return asMany / (draws + 1);
}
