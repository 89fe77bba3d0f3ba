import type { Dataset } from './dataset-index.ts';

/** The value of a case whose cell was empty. */
export const NOT_STATED = '-';

/** One way to divide cases: by the codes of a list, by bins of a number, or by the area that is drawn. */
export interface Facet {
	readonly id: string;
	readonly kind: 'codes' | 'took' | 'people';
	/** Values in order; `NOT_STATED` last. */
	readonly codes: readonly string[];
}

/** Bins of whole numbers: each from its edge to the one before the next, the last without end. */
export interface Bins {
	readonly edges: readonly number[];
	readonly codes: readonly string[];
}

/** Days from opening to closing; cases that are not closed have none. */
export const TOOK_BINS: Bins = binsAt([0, 1, 4, 8, 15, 31, 61, 91, 181, 366]);

/** People in a case. */
export const PEOPLE_BINS: Bins = binsAt([0, 2, 3, 5, 10, 30, 100]);

/** Lists that a reader looks for first, where a dataset has them. */
const FIRST = ['type', 'channel', 'outcome', 'source'];

/**
 * The facets of a dataset in the order in which they are offered: the lists that a reader looks for first, days and
 * people, then every other coded column of the cases. A list of one code divides nothing and is left out.
 */
export function facetsOf(dataset: Dataset): Facet[] {
	const { cases } = dataset.index.manifest;
	const lists = Object.keys(cases.codes).flatMap((id): Facet[] => {
		const codes = dataset.codes[id]?.codes ?? [];
		return codes.length > 1 ? [{ id, kind: 'codes', codes: [...codes, NOT_STATED] }] : [];
	});
	const isFirst = ({ id }: Facet): boolean => FIRST.includes(id);
	const order = ({ id }: Facet): number => FIRST.indexOf(id);
	const binned = (id: 'took' | 'people', { codes }: Bins): Facet => ({
		id,
		kind: id,
		codes: [...codes, NOT_STATED]
	});
	return [
		...lists.filter(isFirst).sort((a, b) => order(a) - order(b)),
		...(cases.closed_on ? [binned('took', TOOK_BINS)] : []),
		...(cases.people ? [binned('people', PEOPLE_BINS)] : []),
		...lists.filter((facet) => !isFirst(facet))
	];
}

/** How many facets of a dataset are shown before a reader asks for more. */
export function firstFacets(facets: readonly Facet[]): Facet[] {
	return facets.filter(({ id, kind }) => kind !== 'codes' || FIRST.includes(id));
}

export function binsOf({ kind }: Facet): Bins | undefined {
	if (kind === 'took') return TOOK_BINS;
	return kind === 'people' ? PEOPLE_BINS : undefined;
}

/** The bin that a number lies in; undefined below the first edge. */
export function binOf({ edges }: Bins, value: number): number | undefined {
	const at = edges.findLastIndex((edge) => value >= edge);
	return at < 0 ? undefined : at;
}

function binsAt(edges: readonly number[]): Bins {
	const codes = edges.map((edge, i) => {
		const next = edges[i + 1];
		if (next === undefined) return `${String(edge)}+`;
		return next === edge + 1 ? String(edge) : `${String(edge)}-${String(next - 1)}`;
	});
	return { edges, codes };
}
