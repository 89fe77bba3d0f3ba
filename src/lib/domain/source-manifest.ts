import * as v from 'valibot';
import { ManifestSchema } from './manifest.ts';
import { ReportSchema } from './report.ts';
import { TABLE_NAMES } from './tables/tables.ts';

/**
 * The manifest as a folder holds it: with what only the building of a dataset reads. A page gets what became of it,
 * so these checks need not reach it before its first picture.
 */
export const SourceManifestSchema = v.strictObject({
	...ManifestSchema.entries,
	/** What the generator of invented data began with. */
	seed: v.optional(v.pipe(v.number(), v.integer('field-number'), v.minValue(0, 'field-number'))),
	/** Tables beside the cases; a packed one (`.gz` after the name) is found too. */
	tables: v.optional(v.record(v.picklist(TABLE_NAMES), v.strictObject({ file: v.string() }))),
	report: v.optional(ReportSchema)
});
export type SourceManifest = v.InferOutput<typeof SourceManifestSchema>;
