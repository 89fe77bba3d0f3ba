import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';

/**
 * Groups villages around `count` of them by travel cost: k-medoids in which a group that has grown past the size meant
 * for it reaches less far in the next round. Returns the group of each village.
 */
export function clustered(
	table: readonly (readonly number[])[],
	count: number,
	random: Random
): number[] {
	const average = table.length / count;
	const villages = table.map((_, village) => village);
	let groups = random
		.shuffled(villages)
		.slice(0, count)
		.map((centre) => ({
			centre,
			meant: average * random.between(0.7, 1.3),
			handicap: 1
		}));
	let groupOf: number[] = [];
	for (let round = 0; round < 60; round += 1) {
		groupOf = table.map((costs) =>
			leastIndex(groups, ({ centre, handicap }) => elementAt(costs, centre) * handicap)
		);
		groups = groups.map(({ centre, meant, handicap }, group) => {
			const members = table.flatMap((_, village) => (groupOf[village] === group ? [village] : []));
			const growth = Math.max(1, members.length) / meant;
			return {
				centre: members.length === 0 ? centre : mostCentral(table, members),
				meant,
				handicap: handicap * Math.pow(growth, 0.15)
			};
		});
	}
	return groupOf;
}

/** The member to which the others travel least. */
export function mostCentral(
	table: readonly (readonly number[])[],
	members: readonly number[]
): number {
	const best = leastIndex(members, (member) =>
		members.reduce((sum, other) => sum + elementAt(elementAt(table, member), other), 0)
	);
	return elementAt(members, best);
}

export function leastIndex<T>(
	list: readonly T[],
	cost: (item: T, index: number) => number
): number {
	let best = 0;
	let lowest = Infinity;
	list.forEach((item, index) => {
		const value = cost(item, index);
		if (value < lowest) {
			lowest = value;
			best = index;
		}
	});
	return best;
}
