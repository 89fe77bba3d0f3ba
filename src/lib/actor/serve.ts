import type { Asked, OnProgress, Told } from './messages.ts';

/** The side of a worker that this needs: its global scope, or a port in a test. */
export interface Scope {
	onmessage: ((event: MessageEvent) => void) | null;
	postMessage: (message: unknown) => void;
}

/** Shares of the work that are told: more would only keep both sides busy. */
const STEPS = 50;

/** Answers questions in a worker, one after the other. What is thrown goes back as a failure; the worker stays. */
export function serve(
	scope: Scope,
	answer: (request: never, onProgress: OnProgress) => unknown
): void {
	scope.onmessage = ({ data }: MessageEvent<Asked<never>>): void => {
		const { id, request } = data;
		const tell = (told: Told<unknown>): void => {
			scope.postMessage(told);
		};
		let step = 0;
		const onProgress: OnProgress = (done, total) => {
			const now = Math.floor((STEPS * done) / total);
			if (now === step) return;
			step = now;
			tell({ id, kind: 'progress', done, total });
		};
		try {
			tell({ id, kind: 'reply', reply: answer(request, onProgress) });
		} catch (error) {
			tell({ id, kind: 'failed', message: error instanceof Error ? error.message : String(error) });
		}
	};
}
