import * as v from 'valibot';
import { TextSchema } from './text.ts';

const Note = v.optional(TextSchema);

/** The figures of a printed report as a page shows them: each beside what the books say. */
export const CheckedReportSchema = v.object({
	title: TextSchema,
	source: TextSchema,
	from: v.string(),
	to: v.string(),
	caveats: v.array(TextSchema),
	sections: v.array(
		v.object({
			name: TextSchema,
			figures: v.array(
				v.object({
					id: v.string(),
					name: TextSchema,
					unit: Note,
					note: Note,
					printed: v.number(),
					/** Printed as "over": the true figure is at least that. */
					atLeast: v.boolean(),
					/** Undefined where nothing in the books can tell. */
					counted: v.optional(v.number()),
					equal: v.boolean(),
					/** What it is a part of; null where the report gives no such number. */
					denominator: v.nullish(v.number())
				})
			)
		})
	),
	division: v.optional(
		v.object({
			name: TextSchema,
			note: TextSchema,
			total: v.number(),
			parts: v.array(v.object({ name: Note, n: v.number() }))
		})
	)
});
export type CheckedReport = v.InferOutput<typeof CheckedReportSchema>;
