import { isoDate } from '#cli/demo-city/calendar.ts';
import type { Plants } from './plants.ts';

/** What is hidden in the books, for whoever judges a method by what it finds. No page and no built file holds it. */
export interface Truth {
	seed: number;
	/** Relative risk of all villages of a cluster: from one day to the other, straight between them. */
	clusters: readonly {
		id: string;
		villages: readonly string[];
		risk: readonly { on: string; factor: number }[];
		only_in_campaigns: boolean;
	}[];
	/** Townships whose expected resolution rate from January to August 2018 differs by so many points. */
	resolution: readonly { township: string; points: number }[];
	silent: { village: string; from: string; to: string; nil_returns_beside: string };
	outbreak: { township: string; type: string; from: string; to: string; factor: number };
}

export function truthOf(seed: number, plants: Plants): Truth {
	const { clusters, resolution, silence, outbreak } = plants;
	return {
		seed,
		clusters: clusters.map(({ id, villages, from, to, riskFrom, riskTo, campaignOnly }) => ({
			id,
			villages,
			risk: [
				{ on: isoDate(from), factor: riskFrom },
				...(to > from ? [{ on: isoDate(to), factor: riskTo }] : [])
			],
			only_in_campaigns: campaignOnly
		})),
		resolution: resolution.map(({ township, points }) => ({ township, points: points * 100 })),
		silent: {
			village: silence.silentVillage,
			from: isoDate(silence.from),
			to: isoDate(silence.to),
			nil_returns_beside: silence.nilVillage
		},
		outbreak: {
			township: outbreak.township,
			type: outbreak.type,
			from: isoDate(outbreak.from),
			to: isoDate(outbreak.to),
			factor: outbreak.risk
		}
	};
}
