import * as v from 'valibot';
import type { Comparison } from './comparison.ts';

/** One reference case, in the format of tests/reference/README.md. What a method needs of it is checked by the method. */
export const ReferenceCaseSchema = v.looseObject({
	id: v.string(),
	method: v.string(),
	/** GeoJSON files beside the case, where the method needs boundaries. */
	geography: v.optional(v.unknown()),
	inputs: v.record(v.string(), v.unknown()),
	expected: v.record(v.string(), v.unknown()),
	tolerance: v.record(v.string(), v.unknown())
});
export type ReferenceCase = v.InferOutput<typeof ReferenceCaseSchema>;

/** Another case, or boundaries, that lie beside a case. Throws where there is none. */
export type Beside = (file: string) => unknown;

/** Computes what a case asks for with the product's own functions, and compares every expected entry. */
export type ReferenceMethod = (one: ReferenceCase, beside: Beside, comparison: Comparison) => void;
