import * as v from 'valibot';
import { TextSchema, type Text } from './text.ts';

const Id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/, 'field-id'));

/** A named number of cases: those whose coded columns hold one of the listed codes. */
export const TallySchema = v.strictObject({
	id: Id,
	name: TextSchema,
	where: v.record(Id, v.pipe(v.array(v.string()), v.minLength(1, 'field-empty')))
});
export type Tally = v.InferOutput<typeof TallySchema>;

const shared = {
	id: Id,
	name: TextSchema,
	/** What the numbers are counted in, for legend and table head. */
	unit: TextSchema,
	/** Tally that is counted. */
	numerator: Id,
	direction: v.picklist(['higher_is_better', 'lower_is_better', 'neither']),
	target: v.optional(v.number()),
	/** What is counted, and on which date. */
	basis: TextSchema,
	definition: TextSchema
};

/**
 * One definition of one measure; map, table, ranking, report and definition card all read this.
 * A share or a rate cannot be written down without its denominator.
 */
export const IndicatorSchema = v.variant('kind', [
	v.strictObject({ ...shared, kind: v.literal('count') }),
	v.strictObject({
		...shared,
		kind: v.literal('share'),
		denominator: Id,
		/** Below this denominator the share is "too few cases to judge". */
		smallestDenominator: v.pipe(
			v.number(),
			v.integer('field-number'),
			v.minValue(1, 'field-number')
		)
	}),
	v.strictObject({
		...shared,
		kind: v.literal('rate'),
		denominator: v.literal('population'),
		per: v.pipe(v.number(), v.minValue(1, 'field-number')),
		/** Below this population the rate is "too few to judge". */
		smallestDenominator: v.pipe(
			v.number(),
			v.integer('field-number'),
			v.minValue(1, 'field-number')
		),
		/** Below this many cases the rate is "too few to judge". */
		smallestNumerator: v.pipe(v.number(), v.integer('field-number'), v.minValue(0, 'field-number'))
	})
]);
export type DefinedIndicator = v.InferOutput<typeof IndicatorSchema>;

type Share = Extract<DefinedIndicator, { kind: 'share' }>;
type Told<Kind extends string> = Omit<Share, 'kind'> & { readonly kind: Kind };

/**
 * A measure of the cases that no manifest defines, with the words for what it counts and among which. Beside shares there are
 * a sum over cases, their mean and a quantile of days: their denominator are the cases that state it.
 */
export type CaseIndicator = (Share | Told<'sum'> | Told<'mean'> | Told<'days'>) & {
	readonly counted: Text;
	readonly among: Text;
};

export type Indicator = DefinedIndicator | CaseIndicator;

/** The tallies that not every case counts for, in the manifest's order. */
export function conditionalTallies(tallies: readonly Tally[]): Tally[] {
	return tallies.filter(({ where }) => Object.keys(where).length > 0);
}
