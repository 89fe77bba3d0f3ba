import type { Topology } from 'topojson-specification';
import type { HotspotMethod } from '#lib/domain/hotspot-choice.ts';

/** Areas of one level with what was counted in them, all in the same order. */
export interface Scale {
	/** Object of the boundaries. */
	readonly level: string;
	readonly codes: readonly string[];
	readonly lon: Float64Array;
	readonly lat: Float64Array;
	readonly counts: Float64Array;
	/** Residents; NaN or 0 where there are none, and the area then has no part in the test. */
	readonly population: Float64Array;
}

export interface HotspotRequest {
	readonly topology: Topology;
	readonly main: Scale;
	/** The same cases on another level: a cluster should not hang on where borders run. */
	readonly other: Scale | undefined;
	/** By area of `main`: areas of `other` that hold it or lie in it. */
	readonly overlap: readonly (readonly number[])[];
	/** Cases by area of `main` without those that campaigns found, once they have been counted. */
	readonly withoutCampaigns: Float64Array | undefined;
	readonly method: HotspotMethod;
	readonly seed: number;
}

/** What a cluster is tried against. */
export const CHECKS = ['rook', 'nearest', 'raw', 'other_level', 'no_campaigns'] as const;
export type Check = (typeof CHECKS)[number];

/**
 * 3, 2, 1: high among high, with a share of false findings of 1, 5, 10 %; negative: low among low. `unlike`: the area itself
 * is high among low or low among high.
 */
export interface HotspotArea {
	readonly grade: -3 | -2 | -1 | 0 | 1 | 2 | 3;
	readonly unlike: 'high-low' | 'low-high' | undefined;
	/** Two-sided; undefined for an island, which is not tested. */
	readonly p: number | undefined;
	readonly draws: number;
	readonly expected: number;
}

export interface Cluster {
	readonly isHigh: boolean;
	/** Indices into the areas of `main`, that with most cases beyond (or below) the expected first. */
	readonly areas: readonly number[];
	readonly cases: number;
	readonly expected: number;
	/** Cases ÷ expected, with its 95 % interval by Byar; as if the place had been named beforehand. */
	readonly ratio: number;
	readonly low: number;
	readonly high: number;
	/** The smallest p of its areas, and the draws that gave it. */
	readonly p: number;
	readonly draws: number;
	/** By check that could be made: whether half of its areas are found again. */
	readonly stands: Readonly<Partial<Record<Check, boolean>>>;
}

export interface HotspotResult {
	/** By area of `main`; undefined where there are no residents. */
	readonly areas: readonly (HotspotArea | undefined)[];
	/** Those with most cases apart from the expected first. */
	readonly clusters: readonly Cluster[];
	/** Areas that were tested: those with residents and a neighbour. */
	readonly tested: number;
	/** Why there is no test: nobody lives there, too few areas, no case, or no difference. */
	readonly nothing: 'too_few_areas' | 'no_cases' | 'all_equal' | undefined;
}
