import { m } from './messages/messages.js';
import { plainText } from './plain-text.ts';

/** Something that was not taken, as the code that read it describes it. */
interface Rejected {
	readonly file: string;
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly reason: string;
	readonly expected?: string;
}

/** The parts of a rejection as a sentence holds them. */
interface Parts {
	readonly file: string;
	readonly row: string;
	readonly column: string;
	readonly value: string;
	readonly expected: string;
}

/** What to choose from, where that is known: it follows the sentence. */
const withChoices =
	(sentence: (parts: Parts) => string) =>
	(parts: Parts): string =>
		parts.expected === '' ? sentence(parts) : joined(sentence(parts), m.reject_choose(parts));

const SENTENCES: Readonly<Record<string, (parts: Parts) => string>> = {
	'file-missing': m.reject_file_missing,
	'file-empty': m.reject_file_empty,
	'file-truncated': m.reject_file_truncated,
	'file-workbook': m.reject_file_workbook,
	'file-not-utf8': notUtf8,
	'file-not-text': m.reject_file_not_text,
	'file-not-json': m.reject_file_not_json,
	'json-cut-off': m.reject_json_cut_off,
	'field-missing': withChoices(m.reject_field_missing),
	'field-unknown': m.reject_field_unknown,
	'field-duplicate': m.reject_field_duplicate,
	'field-type': (parts) => m.reject_field_type({ ...parts, expected: kinds(parts.expected) }),
	'field-shape': m.reject_field_shape,
	'field-choice': m.reject_field_choice,
	'field-empty': m.reject_field_empty,
	'field-too-many': m.reject_field_too_many,
	'field-id': m.reject_field_id,
	'field-date': m.reject_field_date,
	'field-month': m.reject_field_month,
	'field-period': m.reject_field_period,
	'field-number': m.reject_field_number,
	'field-pattern': m.reject_field_pattern,
	'field-zone': m.reject_field_zone,
	'field-name-unknown': withChoices(m.reject_field_name_unknown),
	'field-refused': m.reject_field_refused,
	'denominator-missing': m.reject_denominator_missing,
	'seed-not-synthetic': m.reject_seed_not_synthetic,
	'figure-differs': m.reject_figure_differs,
	'column-missing': m.reject_column_missing,
	'column-duplicate': m.reject_column_duplicate,
	'cells-missing': m.reject_cells_missing,
	'quote-broken': m.reject_quote_broken,
	'cell-too-long': m.reject_cell_too_long,
	'value-missing': m.reject_value_missing,
	'number-invalid': m.reject_number_invalid,
	'date-format': (parts) =>
		m.reject_date_format({ ...parts, example: EXAMPLES[parts.expected] ?? '2018-08-31' }),
	'date-invalid': m.reject_date_invalid,
	'date-year': m.reject_date_year,
	'code-unknown': withChoices(m.reject_code_unknown),
	'choice-unknown': withChoices(m.reject_choice_unknown),
	'period-invalid': m.reject_period_invalid,
	'number-outside': m.reject_number_outside,
	'dates-reversed': m.reject_dates_reversed,
	'reference-unknown': m.reject_reference_unknown,
	'area-level': m.reject_area_level,
	'id-duplicate': m.reject_id_duplicate,
	'source-duplicate': m.reject_source_duplicate,
	'point-swapped': m.reject_point_swapped,
	'point-not-degrees': m.reject_point_not_degrees,
	'cases-none': (parts) =>
		parts.value === '0' ? m.reject_cases_empty(parts) : m.reject_cases_none(parts),
	'area-unknown': m.reject_area_unknown,
	'area-duplicate': m.reject_area_duplicate,
	'root-second': m.reject_root_second,
	'parent-unknown': m.reject_parent_unknown,
	'parent-level': m.reject_parent_level,
	'parent-ring': m.reject_parent_ring,
	'level-unknown': withChoices(m.reject_level_unknown),
	'boundary-missing': m.reject_boundary_missing,
	'boundary-unmatched': m.reject_boundary_unmatched,
	'object-missing': withChoices(m.reject_object_missing),
	'boundaries-unreadable': m.reject_boundaries_unreadable,
	'boundary-without-code': withChoices(m.reject_boundary_without_code),
	'boundary-duplicate': m.reject_boundary_duplicate,
	'boundary-not-area': m.reject_boundary_not_area,
	'boundary-empty': m.reject_boundary_empty,
	'boundary-number': m.reject_boundary_number,
	'boundary-unclosed': m.reject_boundary_unclosed,
	'boundary-swapped': m.reject_boundary_swapped,
	'boundary-not-degrees': m.reject_boundary_not_degrees,
	'boundary-outside': m.reject_boundary_outside,
	'context-shape': m.reject_context_shape,
	'context-place': m.reject_context_place
};

const EXAMPLES: Readonly<Record<string, string>> = {
	'MM/DD/YYYY hh:mm:ss A': '08/31/2018 09:30:00 AM'
};

const KINDS: Readonly<Record<string, () => string>> = {
	text: m.reject_kind_text,
	number: m.reject_kind_number,
	flag: m.reject_kind_flag,
	list: m.reject_kind_list,
	object: m.reject_kind_object
};

/** What is wrong, where, and what to do about it, in the reader's language. */
export function rejectionSentence(rejected: Rejected): string {
	const { file, row, column, value, reason, expected = '' } = rejected;
	const sentence = Object.hasOwn(SENTENCES, reason) ? SENTENCES[reason] : undefined;
	if (!sentence) throw new RangeError(`No sentence for the reason "${reason}".`);
	return sentence({
		file: plainText(file),
		row: String(row),
		column: plainText(column),
		value: plainText(value),
		expected: plainText(expected)
	});
}

function notUtf8(parts: Parts): string {
	const sentence =
		parts.row === '0' ? m.reject_file_not_utf8(parts) : m.reject_file_not_utf8_line(parts);
	return parts.value === '' ? sentence : joined(sentence, m.reject_encoding_guess(parts));
}

function kinds(expected: string): string {
	return expected
		.split(' / ')
		.map((kind) => KINDS[kind]?.() ?? kind)
		.reduce((first, second) => m.reject_kind_or({ first, second }));
}

/** Two sentences: Chinese ones stand close, others with a blank between them. */
function joined(first: string, second: string): string {
	return first.endsWith('。') ? first + second : `${first} ${second}`;
}
