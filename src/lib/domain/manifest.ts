import * as v from 'valibot';
import { IndicatorSchema, TallySchema } from './indicator.ts';
import { AreaMappingSchema, CaseMappingSchema, columnsRead } from './mapping.ts';
import { TextSchema } from './text.ts';

const Day = v.pipe(v.string(), v.isoDate());
const Month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_-]*$/));

const LevelSchema = v.object({
	id: Id,
	/** "townships" as the map's heading says it; `one` is a single one of them. */
	name: TextSchema,
	one: TextSchema,
	boundaries: v.object({
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

export const CodesSchema = v.array(
	v.object({
		code: v.string(),
		zh: v.string(),
		en: v.string(),
		parent: v.optional(v.string()),
		/** How the case file writes the code, where it writes it otherwise. */
		source: v.optional(v.string())
	})
);
export type Code = v.InferOutput<typeof CodesSchema>[number];

const CodeListSchema = v.object({
	name: TextSchema,
	file: v.optional(v.string()),
	/** Key of the list inside a JSON file that holds several. */
	key: v.optional(v.string()),
	codes: v.optional(CodesSchema)
});

/** `dataset.json`: everything that differs between one city and another. */
export const ManifestSchema = v.object({
	format: v.literal(1),
	id: Id,
	title: TextSchema,
	/** Invented data: the mark of demonstration is shown on everything made from it. */
	synthetic: v.boolean(),
	source: TextSchema,
	licence: TextSchema,
	timeZone: v.string(),
	period: v.object({ from: Day, to: Day }),
	/** The data's own day: what is overdue, open or silent is judged on this day, never by a clock. */
	as_of: Day,
	/** What a case is called here, and what the period counts. */
	terms: v.object({ case: TextSchema, cases: TextSchema }),
	/** Leaf first, root last. */
	levels: v.pipe(v.array(LevelSchema), v.minLength(1)),
	areas: AreaMappingSchema,
	cases: CaseMappingSchema,
	/** Coded columns of the cases; `type` may have two levels. */
	codeLists: v.record(v.string(), CodeListSchema),
	tallies: v.pipe(v.array(TallySchema), v.minLength(1)),
	indicators: v.pipe(v.array(IndicatorSchema), v.minLength(1)),
	opening: v.object({
		level: Id,
		indicator: v.string(),
		from: Month,
		to: Month,
		headline: v.array(v.string())
	}),
	points: v.object({ keep: v.picklist(['all', 'none']) }),
	/** What a reader must know before comparing: shown on screen. */
	caveats: v.array(TextSchema)
});
export type Manifest = v.InferOutput<typeof ManifestSchema>;

/**
 * Ids that one part of the manifest names and another should define, but does not. A coded column needs
 * its list, a list its column. A column that is refused at the door may be named nowhere else.
 */
export function danglingNames(manifest: Manifest): { field: string; value: string }[] {
	const tallies = new Set(manifest.tallies.map((tally) => tally.id));
	const indicators = new Set(manifest.indicators.map((indicator) => indicator.id));
	const levels = new Set(manifest.levels.map((level) => level.id));
	const missing: { field: string; value: string }[] = [];
	const need = (known: boolean, field: string, value: string): void => {
		if (!known) missing.push({ field, value });
	};
	for (const tally of manifest.tallies) {
		for (const column of Object.keys(tally.where)) {
			need(Object.hasOwn(manifest.codeLists, column), `tallies.${tally.id}.where`, column);
		}
	}
	for (const indicator of manifest.indicators) {
		need(
			tallies.has(indicator.numerator),
			`indicators.${indicator.id}.numerator`,
			indicator.numerator
		);
		if (indicator.kind === 'share') {
			const { id, denominator } = indicator;
			need(tallies.has(denominator), `indicators.${id}.denominator`, denominator);
		}
	}
	for (const column of Object.keys(manifest.cases.codes)) {
		need(Object.hasOwn(manifest.codeLists, column), 'cases.codes', column);
	}
	for (const column of Object.keys(manifest.codeLists)) {
		need(Object.hasOwn(manifest.cases.codes, column), 'codeLists', column);
	}
	const refused = new Set(manifest.cases.refused.map(plainName));
	for (const { field, column } of columnsRead(manifest.cases)) {
		need(!refused.has(plainName(column)), field, column);
	}
	need(levels.has(manifest.opening.level), 'opening.level', manifest.opening.level);
	need(indicators.has(manifest.opening.indicator), 'opening.indicator', manifest.opening.indicator);
	for (const id of manifest.opening.headline) need(indicators.has(id), 'opening.headline', id);
	return missing;
}

/** Column names are matched without regard to case, and headers without the blanks around them. */
function plainName(column: string): string {
	return column.trim().toLowerCase();
}
