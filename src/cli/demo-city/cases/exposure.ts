import type { Home } from '#cli/demo-city/areas.ts';
import { caseTypes, type CaseType } from '#cli/demo-city/case-types.ts';
import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import { riskOf } from './risk.ts';
import type { TownshipKind } from '#cli/demo-city/settlement/settlements.ts';

/** How far a place has the town's kinds of dispute: 0 as in the countryside, 1 as in a street. */
const urbanity: Record<TownshipKind, number> = { street: 1, town: 0.15, township: 0 };

/** Streets write down a little more of what happens. */
const recording: Record<TownshipKind, number> = { street: 1.15, town: 1, township: 1 };

/** For each type, the weight of each village (in the order of the homes); all weights add up to 1. */
export type Exposure = ReadonlyMap<CaseType, Float64Array>;

/** Who would bring how many cases of which type, had every week the same. */
export function exposureOf(seed: number, homes: readonly Home[]): Exposure {
	const risk = riskOf(seed, homes);
	const weights = new Map(
		caseTypes.map((type) => [
			type,
			Float64Array.from(
				homes,
				(home) =>
					home.population *
					valueOf(risk, home.code) *
					recording[home.kind] *
					type.weight *
					Math.pow(type.urban, urbanity[home.kind])
			)
		])
	);
	let total = 0;
	for (const row of weights.values()) for (const weight of row) total += weight;
	for (const row of weights.values()) row.forEach((weight, i) => (row[i] = weight / total));
	return weights;
}

/** Share of all cases that each village brings, over all types. */
export function shareOfVillages(exposure: Exposure, count: number): Float64Array {
	const shares = new Float64Array(count);
	for (const row of exposure.values()) {
		row.forEach((weight, i) => (shares[i] = elementAt(shares, i) + weight));
	}
	return shares;
}
