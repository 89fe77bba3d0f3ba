import type { Sql } from './sql.ts';

/** A column of numbers (integers, dates as days since 1970-01-01, booleans as 0 and 1); NULL is NaN. */
export type Numbers = ArrayLike<number>;
export type Texts = readonly (string | null)[];

/** The answer to a query: columns, not rows. */
export interface Answer {
	readonly rows: number;
	/** A column that is not there, or not of that kind, is a caller's mistake: throws AppError. */
	numbers(name: string): Numbers;
	texts(name: string): Texts;
}

/** A whole database seen through one verb; the browser's, the CLI's or, one day, a server's. */
export interface Database {
	/**
	 * Aborting rejects with AbortError at once and stops the work in the engine.
	 * SQL that the engine refuses rejects with AppError 'query-failed' whose cause is the engine's error;
	 * the browser's engine also with 'query-too-long', 'engine-memory' and 'engine-lost'.
	 */
	query(query: Sql, signal?: AbortSignal): Promise<Answer>;
	/** Makes a table from an Arrow IPC stream, replacing one of the same name. */
	load(table: string, arrow: Uint8Array, signal?: AbortSignal): Promise<void>;
	close(): Promise<void>;
	/**
	 * Aborted when the engine is gone or can no longer be trusted: everything it is asked from then on, and all that
	 * still waits, rejects with its reason: AppError 'engine-lost', or 'engine-memory' where another would be lost the
	 * same way. Undefined for an engine that lives as long as the process.
	 */
	readonly lost?: AbortSignal;
}
