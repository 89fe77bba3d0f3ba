import * as v from 'valibot';

/** A regular expression; one that cannot be read would stop whoever uses it. */
const Pattern = v.pipe(
	v.string(),
	v.check((text) => {
		try {
			new RegExp(text, 'i');
			return true;
		} catch {
			return false;
		}
	}, 'field-pattern')
);

/**
 * How the columns of a source file become the canonical columns: data, so that another city's
 * export needs no code. Column names are matched without regard to case.
 */
const Condition = v.record(
	v.string(),
	v.union([
		v.array(v.string()),
		v.strictObject({ filled: v.boolean() }),
		v.strictObject({ matches: Pattern })
	])
);

/** The first rule whose conditions all hold gives the code; none: the cell has no value. */
const Rules = v.strictObject({
	rules: v.array(v.strictObject({ when: Condition, code: v.string() }))
});
export type Rule = v.InferOutput<typeof Rules>['rules'][number];

const CodeField = v.union([
	/** Several columns are joined by " > " and looked up in the code list's `source`. */
	v.strictObject({ from: v.union([v.string(), v.array(v.string())]) }),
	/** Whether it closed on or before the day it was due: yes or no, nothing while open or without a due date. */
	v.strictObject({ derived: v.literal('in_time') }),
	Rules
]);
export type CodeField = v.InferOutput<typeof CodeField>;

const DateField = v.strictObject({
	from: v.string(),
	format: v.picklist(['YYYY-MM-DD', 'MM/DD/YYYY hh:mm:ss A'])
});
export type DateField = v.InferOutput<typeof DateField>;

const AreaField = v.strictObject({
	from: v.string(),
	/** Applied in order: "308.0" → "308" → "0308". */
	clean: v.optional(
		v.array(v.union([v.literal('drop-decimals'), v.strictObject({ padStart: v.number() })])),
		() => []
	),
	/** An empty or unknown code: refuse the row, or look where its point lies, else count it for the whole city only. */
	otherwise: v.picklist(['reject', 'point'])
});
export type AreaField = v.InferOutput<typeof AreaField>;

const PointField = v.strictObject({
	lon: v.string(),
	lat: v.string(),
	/** Points that a geocoder writes when it found nothing: they are not locations. */
	notLocations: v.array(v.tuple([v.number(), v.number()]))
});
export type PointField = v.InferOutput<typeof PointField>;

/**
 * A column made from another one's text, where the file does not have it itself: the first pattern
 * found in the text gives the value. Only the value is kept, never the text.
 */
const DerivedColumn = v.strictObject({
	from: v.string(),
	patterns: v.array(v.strictObject({ matches: Pattern, value: v.string() })),
	otherwise: v.string()
});
export type DerivedColumn = v.InferOutput<typeof DerivedColumn>;

const ColumnName = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'field-id'));

export const CaseMappingSchema = v.strictObject({
	/** The first of these names that the folder holds is read. */
	files: v.pipe(v.array(v.string()), v.minLength(1, 'field-empty')),
	id: v.strictObject({ from: v.string() }),
	area: AreaField,
	point: v.optional(PointField),
	opened_on: DateField,
	due_on: v.optional(DateField),
	closed_on: v.optional(DateField),
	people: v.optional(v.strictObject({ from: v.string() })),
	/** Further columns that are kept under these names: days, and numbers whole or with decimals. */
	dates: v.optional(v.record(ColumnName, DateField)),
	numbers: v.optional(v.record(ColumnName, v.strictObject({ from: v.string() }))),
	codes: v.record(v.string(), CodeField),
	derivedColumns: v.optional(v.record(v.string(), DerivedColumn), () => ({})),
	/** Columns that must never be read in: names, addresses, telephones, identity numbers. */
	refused: v.array(v.string())
});
export type CaseMapping = v.InferOutput<typeof CaseMappingSchema>;

/** Every column of the case file that a mapping names, each with the field that names it; both may repeat. */
export function columnsRead(mapping: CaseMapping): { field: string; column: string }[] {
	const { id, area, point, opened_on, due_on, closed_on, people, codes, derivedColumns } = mapping;
	const { dates = {}, numbers = {} } = mapping;
	const named: [field: string, columns: (string | undefined)[]][] = [
		['id.from', [id.from]],
		['area.from', [area.from]],
		['opened_on.from', [opened_on.from]],
		['closed_on.from', [closed_on?.from]],
		['due_on.from', [due_on?.from]],
		['people.from', [people?.from]],
		['point.lon', [point?.lon]],
		['point.lat', [point?.lat]]
	];
	for (const [kind, fields] of Object.entries({ dates, numbers })) {
		for (const [name, { from }] of Object.entries(fields)) {
			named.push([`${kind}.${name}.from`, [from]]);
		}
	}
	for (const [name, field] of Object.entries(codes)) {
		if ('from' in field) named.push([`codes.${name}.from`, [field.from].flat()]);
		if ('rules' in field) {
			const columns = new Set(field.rules.flatMap(({ when }) => Object.keys(when)));
			named.push([`codes.${name}.rules`, [...columns]]);
		}
	}
	for (const [name, { from }] of Object.entries(derivedColumns)) {
		named.push([`derivedColumns.${name}.from`, [from]]);
	}
	return named.flatMap(([field, columns]) =>
		columns.flatMap((column) => (column === undefined ? [] : [{ field: `cases.${field}`, column }]))
	);
}

export const AreaMappingSchema = v.variant('from', [
	v.strictObject({
		from: v.literal('table'),
		files: v.pipe(v.array(v.string()), v.minLength(1, 'field-empty'))
	}),
	/** No table of areas: code, parent, name and population are properties of the boundaries. */
	v.strictObject({ from: v.literal('boundaries') })
]);
