/** Broken code or a broken installation: thrown, never shown as if it were the reader's mistake. */
export class AppError extends Error {
	readonly code: string;
	/** The file that it speaks of, where it speaks of one: a reader is told its name. */
	readonly file: string | undefined;

	constructor(code: string, message: string, cause?: unknown, file?: string) {
		super(message, { cause });
		this.name = 'AppError';
		this.code = code;
		this.file = file;
	}
}

/**
 * Bad data: a value, shown to the person who can mend it.
 * `row` counts lines of the file as an editor does (the header of a CSV file is line 1), for boundaries
 * the features of the file; 0 speaks of the whole file. `reason` is a code that the interface turns into
 * a sentence. `expected` is what would be right, where that can be said in a line: the codes to choose
 * from, a format, a number of cells, the line that already has the same code.
 */
export interface Rejection {
	readonly file: string;
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly reason: RejectionReason;
	readonly expected?: string;
}

export const REJECTION_REASONS = [
	// The file as a whole.
	'file-missing',
	'file-empty',
	'file-truncated',
	'file-workbook',
	'file-not-utf8',
	'file-not-text',
	'file-not-json',
	'json-cut-off',
	// A field of the manifest.
	'field-missing',
	'field-unknown',
	'field-duplicate',
	'field-type',
	'field-shape',
	'field-choice',
	'field-empty',
	'field-too-many',
	'field-id',
	'field-date',
	'field-month',
	'field-period',
	'field-number',
	'field-pattern',
	'field-zone',
	'field-name-unknown',
	'field-refused',
	'denominator-missing',
	'seed-not-synthetic',
	'figure-differs',
	// A table.
	'column-missing',
	'column-duplicate',
	'cells-missing',
	'quote-broken',
	'cell-too-long',
	'value-missing',
	'number-invalid',
	'date-format',
	'date-invalid',
	'date-year',
	'code-unknown',
	'choice-unknown',
	'period-invalid',
	'number-outside',
	'dates-reversed',
	'reference-unknown',
	'area-level',
	'id-duplicate',
	'source-duplicate',
	'point-swapped',
	'point-not-degrees',
	'cases-none',
	// Areas and their boundaries.
	'area-unknown',
	'area-duplicate',
	'root-second',
	'parent-unknown',
	'parent-level',
	'parent-ring',
	'level-unknown',
	'boundary-missing',
	'boundary-unmatched',
	'object-missing',
	'boundaries-unreadable',
	'boundary-without-code',
	'boundary-duplicate',
	'boundary-not-area',
	'boundary-empty',
	'boundary-number',
	'boundary-unclosed',
	'boundary-swapped',
	'boundary-not-degrees',
	'boundary-outside',
	// Rivers, roads, relief.
	'context-shape',
	'context-place'
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export function abortError(): DOMException {
	return new DOMException('The work was cancelled.', 'AbortError');
}

export function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
