import * as v from 'valibot';
import { amongKept } from '#lib/stats/spatial-weights.ts';
import { ReferenceCaseSchema, type Beside, type ReferenceCase } from './reference-case.ts';

const Inputs = v.object({
	ids: v.array(v.string()),
	x: v.array(v.nullable(v.number())),
	weights: v.string()
});
const Lists = v.record(v.string(), v.array(v.string()));

/** Areas that have a value, with their values and their neighbours among them. */
export interface CaseAreas {
	readonly ids: readonly string[];
	/** Positions of `kept` areas among all. */
	readonly kept: readonly number[];
	readonly values: Float64Array;
	readonly neighbours: number[][];
}

/** Reads "queen, from weights_contiguity_X": the lists that the other case expects. */
export function areasOfCase(one: ReferenceCase, beside: Beside): CaseAreas {
	const { ids, x, weights } = v.parse(Inputs, one.inputs);
	const [, rule = '', file = ''] = /^(\w+), from (\w+)$/.exec(weights) ?? [];
	const all = neighboursBeside(ids, file, rule, beside);
	const kept = ids.flatMap((_, i) => (x[i] === null || x[i] === undefined ? [] : [i]));
	return {
		ids,
		kept,
		values: Float64Array.from(kept, (i) => x[i] ?? NaN),
		neighbours: amongKept(all, kept)
	};
}

/** The neighbours that the case in `file` expects by `rule`, as positions in `ids`. */
export function neighboursBeside(
	ids: readonly string[],
	file: string,
	rule: string,
	beside: Beside
): number[][] {
	const other = v.parse(ReferenceCaseSchema, beside(`${file}.json`));
	const lists = v.parse(Lists, other.expected[rule]);
	const place = new Map(ids.map((id, i) => [id, i]));
	return ids.map((id) => (lists[id] ?? []).map((name) => place.get(name) ?? -1));
}
