import type { Home } from '#cli/demo-city/areas.ts';
import type { Day } from '#cli/demo-city/calendar.ts';
import type { CaseType } from '#cli/demo-city/case-types.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Cluster, Plants } from './plants.ts';

/** Relative risk of a cluster's villages on a day. */
export function riskOn({ from, to, riskFrom, riskTo }: Cluster, day: Day): number {
	if (day <= from) return riskFrom;
	if (day >= to) return riskTo;
	return riskFrom + ((riskTo - riskFrom) * (day - from)) / (to - from);
}

/** What the plants multiply: cases of every village, of one type in some, and what campaigns find. */
export interface PlantFactors {
	/** By village, on a day. */
	ordinary(day: Day): Float64Array;
	found(day: Day): Float64Array;
	/** Further factor for one type; 1 almost always. */
	outbreak(type: CaseType, day: Day, village: number): number;
}

export function plantFactors(homes: readonly Home[], plants: Plants | undefined): PlantFactors {
	const position = new Map(homes.map((home, i) => [home.code, i]));
	const places = (plants?.clusters ?? []).map((cluster) => ({
		cluster,
		villages: cluster.villages.map((code) => position.get(code) ?? -1)
	}));
	const factors = (day: Day, isRaised: (cluster: Cluster) => boolean): Float64Array => {
		const all = new Float64Array(homes.length).fill(1);
		for (const { cluster, villages } of places) {
			if (!isRaised(cluster)) continue;
			for (const village of villages) all[village] = riskOn(cluster, day);
		}
		return all;
	};
	const outbreak = plants?.outbreak;
	return {
		ordinary: (day) => factors(day, ({ campaignOnly }) => !campaignOnly),
		found: (day) => factors(day, () => true),
		outbreak: (type, day, village) =>
			outbreak?.type === type.code &&
			day >= outbreak.from &&
			day <= outbreak.to &&
			elementAt(homes, village).township === outbreak.township
				? outbreak.risk
				: 1
	};
}
