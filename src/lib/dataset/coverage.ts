import { TABLES } from '#lib/domain/tables/tables.ts';
import { activeRows } from './count-books.ts';
import type { Source } from './source.ts';

/** Areas of a level that are served, of how many. */
export interface Covered {
	readonly covered: number;
	readonly of: number;
}

/** By kind of organisation and level of area; a level where no area is served is left out. */
export type Coverage = Readonly<Record<string, Readonly<Record<string, Covered>>>>;

/** Organisations that are open on a day (since 1970-01-01), by kind. */
export function organisationsByKind(source: Source, day: number): Record<string, number> {
	const counts: Record<string, number> = {};
	for (const { kind } of activeOrganisations(source, day)) counts[kind] = (counts[kind] ?? 0) + 1;
	return counts;
}

/** Which areas the organisations that are open on a day serve: those that they name, else their own. */
export function coverageOf(source: Source, day: number): Coverage {
	const { areas, manifest } = source;
	const served = new Map<string, Set<number>>();
	for (const { kind, serves } of activeOrganisations(source, day)) {
		const of = served.get(kind) ?? new Set<number>();
		for (const code of serves) of.add(areas.position.get(code) ?? -1);
		served.set(kind, of);
	}
	const coverage: Record<string, Record<string, Covered>> = {};
	for (const [kind, of] of served) {
		const levels: Record<string, Covered> = {};
		manifest.levels.forEach(({ id }, level) => {
			const all = areas.codes.flatMap((_, at) => (areas.level[at] === level ? [at] : []));
			const covered = all.filter((at) => of.has(at)).length;
			if (covered > 0) levels[id] = { covered, of: all.length };
		});
		coverage[kind] = levels;
	}
	return coverage;
}

function activeOrganisations(
	{ books }: Source,
	day: number
): { kind: string; serves: readonly string[] }[] {
	const book = books.organisations;
	if (!book) return [];
	const { kind = [], area = [], serves = [] } = book.columns;
	return activeRows(TABLES.organisations, book, day).map((row) => {
		const named = serves[row];
		return {
			kind: String(kind[row]),
			serves: Array.isArray(named) ? named : [String(area[row])]
		};
	});
}
