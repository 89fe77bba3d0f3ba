import { m } from './messages/messages.js';

/** A row that was not taken, as the code that read it describes it. */
interface Rejected {
	readonly file: string;
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly reason: string;
}

type Place = { file: string; row: string; column: string; value: string };

const SENTENCES: Readonly<Record<string, (place: Place) => string>> = {
	'file-missing': m.reject_file_missing,
	'file-truncated': m.reject_file_truncated,
	'file-not-json': m.reject_file_not_json,
	'file-not-utf8': m.reject_file_not_utf8,
	'manifest-field': m.reject_manifest_field,
	'column-missing': m.reject_column_missing,
	'cells-missing': m.reject_cells_missing,
	'value-missing': m.reject_value_missing,
	'number-invalid': m.reject_number_invalid,
	'date-invalid': m.reject_date_invalid,
	'code-unknown': m.reject_code_unknown,
	'area-unknown': m.reject_area_unknown,
	'area-duplicate': m.reject_area_duplicate,
	'parent-unknown': m.reject_parent_unknown,
	'level-unknown': m.reject_level_unknown,
	'boundary-missing': m.reject_boundary_missing,
	'boundary-without-code': m.reject_boundary_without_code,
	'id-duplicate': m.reject_id_duplicate
};

/** What is wrong, where, and what to do about it, in the reader's language. */
export function rejectionSentence({ file, row, column, value, reason }: Rejected): string {
	const sentence = Object.hasOwn(SENTENCES, reason) ? SENTENCES[reason] : undefined;
	if (!sentence) throw new RangeError(`No sentence for the reason "${reason}".`);
	return sentence({ file, row: String(row), column, value });
}
