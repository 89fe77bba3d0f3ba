import { abortError } from '#lib/domain/errors.ts';

/**
 * One piece of work at a time, in the order of asking. Aborting rejects with AbortError at once, even
 * while the work is still on its way to an end; the next begins only when it has ended. Work that was
 * aborted before its turn came never begins.
 */
export function makeTurns(): <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T> {
	let last: Promise<unknown> = Promise.resolve();
	return <T>(work: () => Promise<T>, signal?: AbortSignal) => {
		const turn = last.then(() => {
			if (signal?.aborted) throw abortError();
			return work();
		});
		last = turn.catch(() => undefined);
		return new Promise<T>((resolve, reject) => {
			const abort = (): void => {
				reject(abortError());
			};
			if (signal?.aborted) abort();
			signal?.addEventListener('abort', abort);
			void turn.then(resolve, reject).then(() => {
				signal?.removeEventListener('abort', abort);
			});
		});
	};
}
