/** Broken code or a broken installation: thrown, never shown as if it were the reader's mistake. */
export class AppError extends Error {
	readonly code: string;

	constructor(code: string, message: string, cause?: unknown) {
		super(message, { cause });
		this.name = 'AppError';
		this.code = code;
	}
}

/**
 * Bad data: a value, shown to the person who can mend it.
 * `row` counts lines of the file as an editor does (the header of a CSV file is line 1);
 * 0 speaks of the whole file. `reason` is a code that the interface turns into a sentence.
 */
export interface Rejection {
	readonly file: string;
	readonly row: number;
	readonly column: string;
	readonly value: string;
	readonly reason: RejectionReason;
}

export const REJECTION_REASONS = [
	'file-missing',
	'file-truncated',
	'file-not-json',
	'file-not-utf8',
	'manifest-field',
	'column-missing',
	'cells-missing',
	'value-missing',
	'number-invalid',
	'date-invalid',
	'code-unknown',
	'area-unknown',
	'area-duplicate',
	'parent-unknown',
	'level-unknown',
	'boundary-missing',
	'boundary-without-code',
	'id-duplicate'
] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export function abortError(): DOMException {
	return new DOMException('The work was cancelled.', 'AbortError');
}

export function isAbort(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'AbortError';
}
