import * as v from 'valibot';
import { TABLE_NAMES } from './tables/tables.ts';
import { TextSchema } from './text.ts';

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'field-id'));
const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'field-month'));
const Decimals = v.pipe(v.number(), v.integer('field-number'), v.minValue(0, 'field-number'));

/** How a figure is counted again from the books, over the report's months or on its last day. */
const CountSchema = v.union([
	/** Cases of a tally, without those of another, or in per cent of another. */
	v.strictObject({
		tally: v.string(),
		minus: v.optional(v.string()),
		percentOf: v.optional(v.string()),
		decimals: v.optional(Decimals)
	}),
	/** Areas of a level; with `ending`, those whose Chinese name ends so: it is their kind (区, 县). */
	v.strictObject({ areas: v.string(), ending: v.optional(v.string()) }),
	/** Rows of a table beside the cases. */
	v.strictObject({
		table: v.picklist(TABLE_NAMES),
		/** For each column the values that count. */
		where: v.optional(v.record(v.string(), v.array(v.string())), () => ({})),
		/** Only rows that hold on the report's last day. */
		activeAt: v.optional(v.literal(true)),
		/** Only rows whose day, in this column, lies in the report's months. */
		during: v.optional(v.string()),
		/** Only rows whose area is of this level. */
		level: v.optional(v.string()),
		/** The sum of a column of numbers instead of the number of rows. */
		sum: v.optional(v.string()),
		/** How many different values a column holds instead of the number of rows. */
		distinct: v.optional(v.string())
	})
]);
export type Count = v.InferOutput<typeof CountSchema>;

const shared = {
	id: Id,
	name: TextSchema,
	unit: v.optional(TextSchema),
	printed: v.number(),
	/** Printed as "over" (余): the true figure is at least that. */
	atLeast: v.optional(v.literal(true)),
	note: v.optional(TextSchema)
};

const FigureSchema = v.union([
	v.strictObject({
		...shared,
		counted: CountSchema,
		/** What it is a part of; "not_given" where the report leaves its denominator out. */
		of: v.optional(v.union([v.literal('not_given'), CountSchema]))
	}),
	v.strictObject({ ...shared, verifiable: v.literal(false) })
]);
export type ReportFigure = v.InferOutput<typeof FigureSchema>;

/** The figures of a printed report: each is counted again from the books, or marked as one that cannot be. */
export const ReportSchema = v.strictObject({
	title: TextSchema,
	source: TextSchema,
	from: Month,
	to: Month,
	caveats: v.array(TextSchema),
	sections: v.array(v.strictObject({ name: TextSchema, figures: v.array(FigureSchema) })),
	/** How a rest that the report leaves unexplained divides in the books. */
	division: v.optional(
		v.strictObject({
			name: TextSchema,
			tally: v.string(),
			minus: v.string(),
			by: v.string(),
			note: TextSchema
		})
	)
});
export type Report = v.InferOutput<typeof ReportSchema>;
