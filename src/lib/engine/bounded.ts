import { abortError, AppError } from '#lib/domain/errors.ts';
import { afterAwake } from './awake.ts';
import { failureOf, isTrap } from './failure.ts';
import type { Life } from './life.ts';

/** Milliseconds, counted while the page is awake. */
export interface Limits {
	/** How long a query may take. */
	readonly query: number;
	/** How long a query may take to stop once it has been told to: one that goes on has lost its engine. */
	readonly stop: number;
}

export const LIMITS: Limits = { query: 10_000, stop: 1_000 };

/**
 * Does a query on a living engine, within its limits. `work` is told by its signal to stop.
 * Rejects with AbortError when aborted from outside, else with AppError: 'query-too-long' (even where the engine did
 * not obey: the same query would only lose the next one), 'engine-lost', 'engine-memory' or 'query-failed'.
 */
export async function boundedQuery<T>(
	work: (stop: AbortSignal) => Promise<T>,
	life: Life,
	limits: Limits,
	signal?: AbortSignal
): Promise<T> {
	const stopping = new AbortController();
	const late = new AbortController();
	let callOff = afterAwake(limits.query, () => {
		late.abort();
		stop();
	});
	const stop = (): void => {
		callOff();
		callOff = afterAwake(limits.stop, () => {
			life.lose(new Error('A query went on although it had been told to stop.'));
		});
		stopping.abort();
	};
	signal?.addEventListener('abort', stop);
	try {
		const answer = await life.while(work(stopping.signal));
		// One that was stopped may end with half of its rows.
		if (stopping.signal.aborted) throw abortError();
		return answer;
	} catch (cause) {
		if (isTrap(cause)) life.lose(cause);
		if (signal?.aborted) throw abortError();
		if (late.signal.aborted)
			throw new AppError('query-too-long', 'The query took too long.', cause);
		if (life.lost.aborted) throw life.lostError();
		throw failureOf(cause, 'query-failed');
	} finally {
		callOff();
		signal?.removeEventListener('abort', stop);
	}
}
