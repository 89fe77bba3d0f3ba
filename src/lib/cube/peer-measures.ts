import type { Indicator } from '#lib/domain/indicator.ts';
import { adjustedForMany } from '#lib/stats/benjamini-hochberg.ts';
import { ratesDiffer, sharesDiffer } from '#lib/stats/exact-comparison.ts';
import { quantileSorted } from '#lib/stats/quantile.ts';
import { figureOf, type Figure } from './figure.ts';

/** What the cases of one area say, with all that lies in it. */
export interface PeerCounts {
	/** Position of the area. */
	readonly position: number;
	/** Cases by tally of the manifest. */
	readonly tallies: Readonly<Record<string, number>>;
	/** Cases that state how many days they took. */
	readonly closed: number;
	/** Those that took longer than the median of all of them, whichever peer they lie in. */
	readonly long: number;
	/** Median days, and its interval by order statistics; undefined where there are too few cases for it. */
	readonly median: number | undefined;
	readonly low: number | undefined;
	readonly high: number | undefined;
}

/** How many peers an area is above and below, and of how many it is so beyond chance. */
export interface Standing {
	readonly above: number;
	readonly aboveBeyond: number;
	readonly below: number;
	readonly belowBeyond: number;
	/** Peers that can be judged. */
	readonly of: number;
}

export interface Peer {
	readonly position: number;
	readonly figure: Figure;
	/** Whether the area that is compared differs from it beyond chance. */
	readonly isBeyond: boolean;
}

/** One measure of an area among its peers. */
export interface PeerMeasure {
	/** Undefined: median days to close. */
	readonly indicator: Indicator | undefined;
	readonly own: Figure;
	/** All other areas of its level. */
	readonly peers: readonly Peer[];
	/** Median of the peers that can be judged. */
	readonly middle: number | undefined;
	/** Undefined where the area itself cannot be judged. */
	readonly standing: Standing | undefined;
}

/** False findings among the differences that are called beyond chance: at most this share, expected. */
const FALSE_SHARE = 0.05;

/** Below this many closed cases a median says little. */
const SMALLEST_CLOSED = 20;

/**
 * Every indicator, and the median days where they are known, of the area at `at` among its peers. It is compared with
 * each judged peer by an exact two-sided test, adjusted for as many peers as there are (docs/methods/area-profile.md).
 */
export function peerMeasures(
	indicators: readonly Indicator[],
	counts: readonly PeerCounts[],
	population: ArrayLike<number>,
	at: number
): PeerMeasure[] {
	const measures: PeerMeasure[] = indicators.map((indicator) =>
		measureOf(
			indicator,
			counts,
			at,
			({ tallies, position }) => {
				const of =
					indicator.kind === 'share' ? tallies[indicator.denominator] : population[position];
				return figureOf(indicator, tallies[indicator.numerator] ?? 0, of ?? NaN);
			},
			(own, peer) => {
				if (indicator.kind === 'count') return ratesDiffer(own.numerator, 1, peer.numerator, 1);
				const differ = indicator.kind === 'rate' ? ratesDiffer : sharesDiffer;
				return differ(own.numerator, own.denominator, peer.numerator, peer.denominator);
			}
		)
	);
	if (counts.every(({ closed }) => closed === 0)) return measures;
	const days = measureOf(
		undefined,
		counts,
		at,
		({ closed, long, median, low, high }): Figure => ({
			numerator: long,
			denominator: closed,
			value: median,
			low,
			high,
			state: median === undefined ? 'no_denominator' : closed < SMALLEST_CLOSED ? 'too_few' : 'ok'
		}),
		(own, peer) => sharesDiffer(own.numerator, own.denominator, peer.numerator, peer.denominator)
	);
	return [...measures, days];
}

function measureOf(
	indicator: Indicator | undefined,
	counts: readonly PeerCounts[],
	at: number,
	figure: (counts: PeerCounts) => Figure,
	differ: (own: Figure, peer: Figure) => number
): PeerMeasure {
	const figures = counts.map((one) => ({ position: one.position, figure: figure(one) }));
	const none: Figure = {
		numerator: 0,
		denominator: NaN,
		value: undefined,
		low: undefined,
		high: undefined,
		state: 'no_denominator'
	};
	const own = figures.find(({ position }) => position === at)?.figure ?? none;
	const others = figures.filter(({ position }) => position !== at);
	const judged = others.filter(({ figure: { state } }) => state === 'ok');
	const values = judged.flatMap(({ figure: { value } }) => value ?? []).sort((a, b) => a - b);
	const isJudged = own.state === 'ok';
	const pValues = isJudged ? judged.map((peer) => differ(own, peer.figure)) : [];
	const adjusted = adjustedForMany(pValues);
	const beyond = new Set(
		judged.flatMap(({ position }, i) => ((adjusted[i] ?? 1) <= FALSE_SHARE ? [position] : []))
	);
	const peers = others.map((peer) => ({ ...peer, isBeyond: beyond.has(peer.position) }));
	return {
		indicator,
		own,
		peers,
		middle: quantileSorted(values, 0.5),
		standing: isJudged ? standingOf(own, peers) : undefined
	};
}

function standingOf(own: Figure, peers: readonly Peer[]): Standing {
	const judged = peers.filter(({ figure }) => figure.state === 'ok');
	const value = own.value ?? NaN;
	const above = judged.filter(({ figure }) => value > (figure.value ?? NaN));
	const below = judged.filter(({ figure }) => value < (figure.value ?? NaN));
	const beyond = (some: readonly Peer[]): number => some.filter(({ isBeyond }) => isBeyond).length;
	return {
		above: above.length,
		aboveBeyond: beyond(above),
		below: below.length,
		belowBeyond: beyond(below),
		of: judged.length
	};
}
