import { m } from '#lib/i18n/messages/messages.js';
import { caseMeasuresOf, columnOfMeasure, type CaseMeasureId } from './case-measure.ts';
import type { Dataset } from './dataset-index.ts';
import type { CaseIndicator } from './indicator.ts';
import { among, counted } from './measure-tally.ts';
import type { Text } from './text.ts';

type Message = (inputs: Record<string, never>, options: { locale: 'zh-CN' | 'en' }) => string;

/** Below this many cases a share, a mean or a median is not judged; the 90th percentile has no interval below 60. */
const SMALLEST = 20;
const SMALLEST_P90 = 60;

interface Words {
	readonly kind: CaseIndicator['kind'];
	readonly direction?: CaseIndicator['direction'];
	readonly name: Message;
	readonly unit?: Message;
	readonly counted: Message;
	readonly among: Message;
	readonly definition: Message;
}

const days = { kind: 'days', direction: 'lower_is_better', unit: m.measure_unit_days } as const;
const people = { unit: m.measure_unit_people, counted: m.measure_people, among: m.measure_stated };

const WORDS: Readonly<Record<CaseMeasureId, Words>> = {
	median_days: {
		...days,
		name: m.measure_median,
		counted: m.measure_closed,
		among: m.measure_closed,
		definition: m.measure_def_median
	},
	p90_days: {
		...days,
		name: m.measure_p90,
		counted: m.measure_closed,
		among: m.measure_closed,
		definition: m.measure_def_p90
	},
	people_per_case: {
		...people,
		kind: 'mean',
		name: m.measure_people_mean,
		definition: m.measure_def_people_mean
	},
	people_sum: {
		...people,
		kind: 'sum',
		name: m.measure_people_sum,
		definition: m.measure_def_people_sum
	},
	can_escalate: {
		kind: 'share',
		direction: 'lower_is_better',
		name: m.measure_escalate,
		counted: m.measure_of_escalate,
		among: m.measure_among_escalate,
		definition: m.measure_def_escalate
	},
	repeat: {
		kind: 'share',
		direction: 'lower_is_better',
		name: m.measure_repeat,
		counted: m.measure_of_repeat,
		among: m.measure_among_repeat,
		definition: m.measure_def_repeat
	},
	kept: {
		kind: 'share',
		direction: 'higher_is_better',
		name: m.measure_kept,
		counted: m.measure_of_kept,
		among: m.measure_among_kept,
		definition: m.measure_def_kept
	}
};

/** The definition of one measure of the cases, in the form of the manifest's own. */
export function caseIndicator(id: CaseMeasureId): CaseIndicator {
	const { kind, direction = 'neither', unit, ...words } = WORDS[id];
	const column = columnOfMeasure(id);
	return {
		id,
		kind,
		direction,
		name: both(words.name),
		unit: unit ? both(unit) : { zh: '%', en: '%' },
		numerator: counted(column),
		denominator: among(column),
		smallestDenominator: id === 'p90_days' ? SMALLEST_P90 : kind === 'sum' ? 1 : SMALLEST,
		basis: both(m.measure_basis),
		definition: both(words.definition),
		counted: both(words.counted),
		among: both(words.among)
	};
}

/** All of them that a dataset has the columns for. */
export function caseIndicators(dataset: Dataset): CaseIndicator[] {
	return caseMeasuresOf(dataset).map(caseIndicator);
}

function both(message: Message): Text {
	return { zh: message({}, { locale: 'zh-CN' }), en: message({}, { locale: 'en' }) };
}
