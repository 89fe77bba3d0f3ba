import { describe, expect, it } from 'vitest';
import { Actor, type WorkerLike } from './actor.ts';
import { serve, type Scope } from './serve.ts';

/** A worker without a thread: its messages are handed over in later turns of the same one. */
function workerOf(answer: (request: number, onProgress: (a: number, b: number) => void) => string) {
	const started: { ended: boolean; breaks: () => void }[] = [];
	const make = (): WorkerLike => {
		const heard = new Map<string, (event: never) => void>();
		const scope: Scope = {
			onmessage: null,
			postMessage: (message) => {
				if (!state.ended) heard.get('message')?.({ data: structuredClone(message) } as never);
			}
		};
		const state = {
			ended: false,
			breaks: () => heard.get('error')?.(new Event('error') as never)
		};
		serve(scope, answer);
		started.push(state);
		return {
			postMessage: (message: unknown) => {
				queueMicrotask(() => {
					if (!state.ended) scope.onmessage?.({ data: structuredClone(message) } as MessageEvent);
				});
			},
			terminate: () => {
				state.ended = true;
			},
			addEventListener: (name: string, listener: unknown) => {
				heard.set(name, listener as (event: never) => void);
			}
		};
	};
	return { make, started };
}

const never = new AbortController().signal;

describe('a worker that answers', () => {
	it('answers question after question, and tells how far it is', async () => {
		const { make, started } = workerOf((n, tell) => {
			tell(1, 2);
			return `got ${String(n)}`;
		});
		const actor = new Actor<number, string>(make);
		const seen: number[][] = [];
		expect(await actor.ask(1, never, (...how) => seen.push(how))).toBe('got 1');
		expect(await actor.ask(2, never)).toBe('got 2');
		expect(seen).toEqual([[1, 2]]);
		expect(started).toHaveLength(1);
	});

	it('gives a question up with its worker, and answers the next one by another', async () => {
		const { make, started } = workerOf(String);
		const actor = new Actor<number, string>(make);
		const first = new AbortController();
		const waiting = actor.ask(1, first.signal);
		first.abort();
		await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
		expect(await actor.ask(2, never)).toBe('2');
		expect(started.map(({ ended }) => ended)).toEqual([true, false]);
	});

	it('lets a later question push out an earlier one', async () => {
		const actor = new Actor<number, string>(workerOf(String).make);
		const earlier = expect(actor.ask(1, never)).rejects.toMatchObject({ name: 'AbortError' });
		expect(await actor.ask(2, never)).toBe('2');
		await earlier;
	});

	it('says what was thrown, and goes on', async () => {
		const { make, started } = workerOf((n) => {
			if (n === 1) throw new RangeError('not this');
			return String(n);
		});
		const actor = new Actor<number, string>(make);
		await expect(actor.ask(1, never)).rejects.toMatchObject({
			code: 'analysis-failed',
			message: 'not this'
		});
		expect(await actor.ask(2, never)).toBe('2');
		expect(started).toHaveLength(1);
	});

	it('says that its worker broke, and starts another', async () => {
		const { make, started } = workerOf(String);
		const actor = new Actor<number, string>(make);
		const waiting = actor.ask(1, never);
		started[0]?.breaks();
		await expect(waiting).rejects.toMatchObject({ code: 'analysis-lost' });
		expect(await actor.ask(2, never)).toBe('2');
	});

	it('asks nothing for a signal that is aborted already', async () => {
		const { make, started } = workerOf(String);
		await expect(new Actor<number, string>(make).ask(1, AbortSignal.abort())).rejects.toMatchObject(
			{ name: 'AbortError' }
		);
		expect(started).toHaveLength(0);
	});
});
