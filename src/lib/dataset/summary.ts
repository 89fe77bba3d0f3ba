import type { Account } from '#lib/domain/dataset-index.ts';
import { MISSING } from '#lib/ingest/case-table.ts';
import type { Source } from './read-source.ts';

/**
 * What `hetu check` prints of a dataset that can be used: the tallies of the manifest by their ids
 * (`handled`, `resolved`, …), areas by level, and what became of every row.
 */
export interface Summary {
	readonly dataset: string;
	readonly tallies: Readonly<Record<string, number>>;
	readonly areas: Readonly<Record<string, number>>;
	readonly account: Account;
}

/** The same as one flat JSON object, for machines. */
export function summaryJson({
	dataset,
	tallies,
	areas,
	account
}: Summary): Record<string, unknown> {
	return { dataset, ...tallies, areas, ...accountJson(account) };
}

export function accountJson(account: Account): Record<string, unknown> {
	const { rows, accepted, rejected, setAside, notes } = account;
	return { rows, accepted, rejected, set_aside: setAside, notes };
}

export function summaryOf({ manifest, areas, lists, table, account }: Source): Summary {
	const perLevel: Record<string, number> = {};
	for (const [level, { id }] of manifest.levels.entries()) {
		perLevel[id] = areas.level.reduce((count, one) => count + (one === level ? 1 : 0), 0);
	}
	const tallies: Record<string, number> = {};
	for (const tally of manifest.tallies) {
		const tests = Object.entries(tally.where).map(([column, codes]) => {
			const positions = new Set(codes.map((code) => lists[column]?.tree.position.get(code)));
			return { values: table.codes[column], positions };
		});
		let count = 0;
		for (let row = 0; row < table.rows; row++) {
			if (tests.every(({ values, positions }) => positions.has(values?.[row] ?? MISSING))) count++;
		}
		tallies[tally.id] = count;
	}
	return { dataset: manifest.id, areas: perLevel, tallies, account };
}
