import { AppError } from '#lib/domain/errors.ts';

/** Whether an engine can still be asked. Lost once, it is lost for good, and everything that waits for it is told. */
export class Life {
	readonly #ending = new AbortController();
	readonly #end: () => void;
	#error: AppError | undefined;

	/** `end` is called once, when the engine is lost: what is left of it must not go on working. */
	constructor(end: () => void) {
		this.#end = end;
	}

	/** Aborted when the engine is lost; the reason is the error below. */
	get lost(): AbortSignal {
		return this.#ending.signal;
	}

	/** AppError 'engine-lost' or 'engine-memory', with what it was lost by as its cause. */
	lostError(): AppError {
		return this.#error ?? new AppError('engine-lost', 'The database engine is gone.');
	}

	lose(cause: unknown, code: 'engine-lost' | 'engine-memory' = 'engine-lost'): void {
		if (this.lost.aborted) return;
		this.#error = new AppError(code, 'The database engine is gone.', cause);
		this.#end();
		this.#ending.abort(this.#error);
	}

	/** What the work gives; rejects at once when the engine is lost, since the work may then never end. */
	while<T>(work: Promise<T>): Promise<T> {
		return new Promise((resolve, reject) => {
			const end = (): void => {
				reject(this.lostError());
			};
			if (this.lost.aborted) end();
			this.lost.addEventListener('abort', end);
			void work.then(resolve, reject).then(() => {
				this.lost.removeEventListener('abort', end);
			});
		});
	}
}
