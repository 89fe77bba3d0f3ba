import * as v from 'valibot';
import { IndicatorSchema, TallySchema } from './indicator.ts';
import { AreaMappingSchema, CaseMappingSchema } from './mapping.ts';
import { dayNumber } from './period.ts';
import { TextSchema } from './text.ts';

/*
 * The messages of these checks are reasons of rejections, which the interface turns into sentences. An unknown field is
 * refused too: `closed_no` for `closed_on` would otherwise be passed over, and nobody would see why nothing is closed.
 */
const Day = v.pipe(v.string(), v.check(isDay, 'field-date'));
const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'field-month'));
const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/, 'field-id'));
const Zone = v.pipe(v.string(), v.check(isZone, 'field-zone'));

function isDay(text: string): boolean {
	const [, year, month, day] = /^((?:19|20)\d{2})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	return dayNumber(Number(year), Number(month), Number(day)) !== undefined;
}

function isZone(timeZone: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone });
		return true;
	} catch {
		return false;
	}
}

const LevelSchema = v.strictObject({
	id: Id,
	/** "townships" as the map's heading says it; `one` is a single one of them. */
	name: TextSchema,
	one: TextSchema,
	boundaries: v.strictObject({
		file: v.string(),
		/** The object's name where the file is TopoJSON. */
		object: v.optional(v.string()),
		/** Template of the area's code: {NAME} stands for a property of the feature, as below. */
		code: v.string(),
		/** Only where areas come from boundaries: templates of the parent's code, the name, the population. */
		parent: v.optional(v.string()),
		label: v.optional(TextSchema),
		population: v.optional(v.string())
	})
});
export type Level = v.InferOutput<typeof LevelSchema>;

/** What may lie under or over the areas for orientation. */
export const CONTEXT_KINDS = ['relief', 'river', 'road'] as const;
export type ContextKind = (typeof CONTEXT_KINDS)[number];

const ContextSchema = v.strictObject({
	id: Id,
	kind: v.picklist(CONTEXT_KINDS),
	file: v.string(),
	/** The object's name where the file is TopoJSON. */
	object: v.optional(v.string())
});
export type Context = v.InferOutput<typeof ContextSchema>;

export const CodesSchema = v.array(
	v.strictObject({
		code: v.string(),
		zh: v.string(),
		en: v.string(),
		parent: v.optional(v.string()),
		/** How the case file writes the code, where it writes it otherwise. */
		source: v.optional(v.string())
	})
);
export type Code = v.InferOutput<typeof CodesSchema>[number];

const CodeListSchema = v.strictObject({
	name: TextSchema,
	file: v.optional(v.string()),
	/** Key of the list inside a JSON file that holds several. */
	key: v.optional(v.string()),
	codes: v.optional(CodesSchema)
});

/** `dataset.json`: everything that differs between one city and another. */
export const ManifestSchema = v.strictObject({
	format: v.literal(1),
	id: Id,
	title: TextSchema,
	/** Invented data: the mark of demonstration is shown on everything made from it. */
	synthetic: v.boolean(),
	source: TextSchema,
	licence: TextSchema,
	timeZone: Zone,
	period: v.strictObject({ from: Day, to: Day }),
	/** The data's own day: what is overdue, open or silent is judged on this day, never by a clock. */
	as_of: Day,
	/** What a case is called here, and what the period counts. */
	terms: v.strictObject({ case: TextSchema, cases: TextSchema }),
	/** Leaf first, root last. */
	levels: v.pipe(v.array(LevelSchema), v.minLength(1, 'field-empty')),
	/** Rivers, roads and relief: drawn lightly, never counted. */
	context: v.optional(v.array(ContextSchema)),
	areas: AreaMappingSchema,
	cases: CaseMappingSchema,
	/** Coded columns of the cases; `type` may have two levels. */
	codeLists: v.record(v.string(), CodeListSchema),
	/** Which codes of a column say that a party applied or that a screening found it; the column that names a campaign. */
	origins: v.optional(
		v.strictObject({
			column: v.string(),
			applied: v.array(v.string()),
			discovered: v.array(v.string()),
			campaign: v.optional(v.string())
		})
	),
	/** Of each case one number says which of them it counts for, a bit each. */
	tallies: v.pipe(
		v.array(TallySchema),
		v.minLength(1, 'field-empty'),
		v.maxLength(31, 'field-too-many')
	),
	indicators: v.pipe(v.array(IndicatorSchema), v.minLength(1, 'field-empty')),
	opening: v.strictObject({
		level: Id,
		indicator: v.string(),
		from: Month,
		to: Month,
		headline: v.array(v.string())
	}),
	points: v.strictObject({ keep: v.picklist(['all', 'none']) }),
	/** What a reader must know before comparing: shown on screen. */
	caveats: v.array(TextSchema)
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;
