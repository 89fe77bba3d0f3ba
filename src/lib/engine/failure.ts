import { AppError } from '#lib/domain/errors.ts';

/** How an engine fails, as the code of an AppError. */
export type EngineFailure =
	/** It never ran: its files are missing, refused or of no use here. */
	| 'engine-start'
	/** It ran and is gone, or can no longer be trusted. Another one may do the same work. */
	| 'engine-lost'
	/** This computer gives it no more memory. */
	| 'engine-memory'
	/** The query was stopped because it took too long; the engine is free again or lost. */
	| 'query-too-long'
	| 'query-failed'
	| 'load-failed';

/** The code of an AppError; undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
	return error instanceof AppError ? error.code : undefined;
}

/**
 * WebAssembly stopped in the middle of its work and left its memory as it was: whatever it answers from then on may
 * be wrong. Told by the kind of error alone, since the words of a refused query may be anything.
 */
export function isTrap(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	return (
		error.name === 'RuntimeError' ||
		(error.name === 'RangeError' && /call stack/.test(error.message))
	);
}

/**
 * DuckDB's own refusal for want of memory, or the browser's. "Out of bounds" is what its glue says of a table that it
 * copies into memory which it did not get.
 */
export function isOutOfMemory(error: unknown): boolean {
	if (!(error instanceof Error)) return false;
	if (error.name === 'RangeError')
		return /allocat|array length|memory|out of bounds/i.test(error.message);
	return /^(\{"exception_type":")?Out of Memory|bad_alloc/.test(error.message);
}

/** What is said of work that an engine did not finish. */
export function failureOf(
	cause: unknown,
	otherwise: EngineFailure,
	message = cause instanceof Error ? cause.message : String(cause)
): AppError {
	if (cause instanceof AppError) return cause;
	return new AppError(isOutOfMemory(cause) ? 'engine-memory' : otherwise, message, cause);
}
