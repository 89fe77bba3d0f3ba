import { adjustedForMany } from '#lib/stats/benjamini-hochberg.ts';
import { sharesDiffer } from '#lib/stats/exact-comparison.ts';

/** Cases of one type in an area and in the whole that it is part of. */
export interface TypeCount {
	readonly type: number;
	readonly own: number;
	readonly all: number;
}

export interface TypeShare extends TypeCount {
	readonly share: number;
	readonly whole: number;
	/** Whether the area's share differs from that of the rest beyond chance. */
	readonly isBeyond: boolean;
}

/** The commonest types of an area beside their share of the whole, tested over all types; none for an area without cases. */
export function typeMix(
	types: readonly TypeCount[],
	own: number,
	all: number,
	most: number
): TypeShare[] {
	if (own === 0) return [];
	const adjusted = adjustedForMany(
		types.map((one) => sharesDiffer(one.own, own, one.all - one.own, all - own))
	);
	return types
		.map((one, i) => ({
			...one,
			share: one.own / own,
			whole: one.all / all,
			isBeyond: (adjusted[i] ?? 1) <= 0.05
		}))
		.filter((one) => one.own > 0)
		.slice(0, most);
}
