import { AppError } from '#lib/domain/errors.ts';
import type { Asked, OnProgress, Told } from './messages.ts';

/** The side of a page that this needs of a worker. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>;

interface Waiting<Reply> {
	readonly id: number;
	readonly resolve: (reply: Reply) => void;
	readonly reject: (error: unknown) => void;
	readonly onProgress: OnProgress | undefined;
}

/**
 * A worker that answers one question at a time. A question that is given up ends its worker: one that counts hears
 * nothing until it is done, and another starts within milliseconds. The same after a worker that broke.
 */
export class Actor<Request, Reply> {
	readonly #make: () => WorkerLike;
	#worker: WorkerLike | undefined;
	#waiting: Waiting<Reply> | undefined;
	#asked = 0;

	constructor(make: () => WorkerLike) {
		this.#make = make;
	}

	/**
	 * Asks; a question that is still waiting is given up. Rejects with the signal's reason when it is aborted, with
	 * AppError `analysis-failed` when the answer threw, with `analysis-lost` when the worker itself broke.
	 */
	ask(request: Request, signal: AbortSignal, onProgress?: OnProgress): Promise<Reply> {
		if (this.#waiting) this.#end(new DOMException('Another question was asked.', 'AbortError'));
		return new Promise((resolve, reject) => {
			signal.throwIfAborted();
			const id = ++this.#asked;
			this.#waiting = { id, resolve, reject, onProgress };
			signal.addEventListener(
				'abort',
				() => {
					if (this.#waiting?.id === id) this.#end(signal.reason);
				},
				{ once: true }
			);
			this.#worker ??= this.#start();
			this.#worker.postMessage({ id, request } satisfies Asked<Request>);
		});
	}

	close(): void {
		this.#end(new DOMException('It was closed.', 'AbortError'));
	}

	#start(): WorkerLike {
		const worker = this.#make();
		worker.addEventListener('message', ({ data }: MessageEvent<Told<Reply>>) => {
			const waiting = this.#waiting;
			if (worker !== this.#worker || waiting?.id !== data.id) return;
			if (data.kind === 'progress') {
				waiting.onProgress?.(data.done, data.total);
				return;
			}
			this.#waiting = undefined;
			if (data.kind === 'reply') waiting.resolve(data.reply);
			else waiting.reject(new AppError('analysis-failed', data.message));
		});
		worker.addEventListener('error', (event) => {
			if (worker !== this.#worker) return;
			event.preventDefault();
			this.#end(new AppError('analysis-lost', 'The worker of the statistics broke.', event));
		});
		return worker;
	}

	#end(reason: unknown): void {
		this.#worker?.terminate();
		this.#worker = undefined;
		const waiting = this.#waiting;
		this.#waiting = undefined;
		waiting?.reject(reason);
	}
}
