import { describe, expect, it } from 'vitest';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { AppError } from '#lib/domain/errors.ts';
import type { Database } from '#lib/engine/database.ts';
import { codeOf } from '#lib/engine/failure.ts';
import { Engine, MOST_ATTEMPTS } from './engine.svelte.ts';

const dataset = smallDataset();
const fetchNothing = () => Promise.resolve(new Uint8Array());
const lost = (): AppError => new AppError('engine-lost', 'gone');

/** An engine that can be lost; it answers nothing itself, since the tests bring their own answers. */
class FakeDatabase implements Database {
	readonly #ending = new AbortController();
	readonly loads: string[] = [];
	loading: () => Promise<void> = () => Promise.resolve();
	isClosed = false;

	get lost(): AbortSignal {
		return this.#ending.signal;
	}
	lose(reason = lost()): void {
		this.#ending.abort(reason);
	}
	query(): Promise<never> {
		return this.lost.aborted ? Promise.reject(lost()) : Promise.reject(new Error('not asked'));
	}
	load(table: string): Promise<void> {
		this.loads.push(table);
		return this.loading();
	}
	close(): Promise<void> {
		this.isClosed = true;
		return Promise.resolve();
	}
}

/** What the engine opens one after the other; the last is opened for good. */
function engineOf(...plans: (() => Promise<FakeDatabase>)[]): {
	engine: Engine;
	opened: FakeDatabase[];
} {
	const opened: FakeDatabase[] = [];
	let next = 0;
	const engine = new Engine(fetchNothing, async () => {
		const plan = plans[Math.min(next++, plans.length - 1)] ?? healthy;
		const database = await plan();
		opened.push(database);
		return database;
	});
	return { engine, opened };
}

const healthy = (): Promise<FakeDatabase> => Promise.resolve(new FakeDatabase());
const failing = (error: Error) => (): Promise<never> => Promise.reject(error);

/** Loses the engine on the first `times` askings and answers then. */
function lossy(times: number, phases: unknown[], engine: Engine) {
	let left = times;
	return (database: Database): Promise<string> => {
		phases.push(engine.phase);
		if (left-- > 0 && database instanceof FakeDatabase) {
			database.lose();
			return Promise.reject(lost());
		}
		return Promise.resolve('answer');
	};
}

const codeFrom = (work: Promise<unknown>): Promise<unknown> =>
	work.then(
		() => 'answered',
		(error: unknown) => codeOf(error) ?? error
	);

describe('an engine that is lost', () => {
	it.each([0, 1, 2, 3])('%d times is replaced, loaded and asked again', async (times) => {
		const { engine, opened } = engineOf();
		const phases: unknown[] = [];
		expect(await engine.ask(dataset, lossy(times, phases, engine))).toBe('answer');
		expect(opened).toHaveLength(times + 1);
		expect(opened.map(({ loads }) => loads)).toEqual(opened.map(() => ['cases']));
		expect(phases).toEqual(new Array(times + 1).fill('ready'));
	});

	it('is given up after three replacements, at once from then on, until the reader tries again', async () => {
		const { engine, opened } = engineOf();
		const ask = () => engine.ask(dataset, lossy(Infinity, [], engine));
		expect(await codeFrom(ask())).toBe('engine-given-up');
		expect(opened).toHaveLength(MOST_ATTEMPTS + 1);
		expect(engine.phase).toBe('failed');
		expect(await codeFrom(ask())).toBe('engine-given-up');
		expect(opened, 'nothing more is started').toHaveLength(MOST_ATTEMPTS + 1);

		engine.reset();
		expect(await engine.ask(dataset, () => Promise.resolve('answer'))).toBe('answer');
	});

	it('has its three replacements again after each answer', async () => {
		const { engine } = engineOf();
		for (let i = 0; i < 3; i++) {
			expect(await engine.ask(dataset, lossy(3, [], engine))).toBe('answer');
		}
	});

	it('is replaced while nobody asks, and the phase says the how manieth time it is', async () => {
		const { engine, opened } = engineOf();
		await engine.open(dataset);
		opened[0]?.lose();
		expect(engine.phase).toEqual({ attempt: 1 });
		await engine.open(dataset);
		expect(opened).toHaveLength(2);
		expect(opened[1]?.loads).toEqual(['cases']);
		expect(engine.phase).toBe('ready');
	});

	it('is replaced when it is lost while it starts, or while it loads', async () => {
		const dying = new FakeDatabase();
		dying.loading = () => {
			dying.lose();
			return Promise.reject(lost());
		};
		const { engine, opened } = engineOf(failing(lost()), () => Promise.resolve(dying), healthy);
		expect(await engine.ask(dataset, () => Promise.resolve('answer'))).toBe('answer');
		expect(opened).toHaveLength(2);
	});

	it('does not come back for a reader who has asked something else meanwhile', async () => {
		const { engine } = engineOf();
		const controller = new AbortController();
		const asked = engine.ask(
			dataset,
			(database) => {
				if (database instanceof FakeDatabase) database.lose();
				controller.abort();
				return Promise.reject(lost());
			},
			controller.signal
		);
		await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
	});
});

describe('an engine that fails otherwise', () => {
	it.each(['query-too-long', 'query-failed', 'engine-memory'])(
		'(%s) is not asked again, and stays',
		async (code) => {
			const { engine, opened } = engineOf();
			let asked = 0;
			const question = (): Promise<never> => {
				asked++;
				return Promise.reject(new AppError(code, 'no'));
			};
			expect(await codeFrom(engine.ask(dataset, question))).toBe(code);
			expect(asked).toBe(1);
			expect(await engine.ask(dataset, () => Promise.resolve('answer'))).toBe('answer');
			expect(opened).toHaveLength(1);
		}
	);

	it('to start is not started again by itself, but with the next question', async () => {
		const { engine, opened } = engineOf(failing(new AppError('engine-start', 'no')), healthy);
		const ask = () => engine.ask(dataset, () => Promise.resolve('answer'));
		expect(await codeFrom(ask())).toBe('engine-start');
		expect(opened).toHaveLength(0);
		expect(engine.phase).toBe('failed');
		expect(await ask()).toBe('answer');
	});

	it.each([
		['the engine', new AppError('engine-memory', 'full')],
		['the browser', new RangeError('Array buffer allocation failed')]
	])(
		'for want of memory (%s) says so, and the next try begins with an empty one',
		async (_, error) => {
			const full = new FakeDatabase();
			full.loading = () => Promise.reject(error);
			const { engine, opened } = engineOf(() => Promise.resolve(full), healthy);
			const ask = () => engine.ask(dataset, () => Promise.resolve('answer'));
			expect(await codeFrom(ask())).toBe('engine-memory');
			expect(full.isClosed).toBe(true);
			expect(await ask()).toBe('answer');
			expect(opened).toHaveLength(2);
		}
	);
});

describe('an engine that is lost for want of memory', () => {
	it('is not replaced by itself: another would be lost the same way', async () => {
		const full = new FakeDatabase();
		const error = new AppError('engine-memory', 'full');
		full.loading = () => {
			full.lose(error);
			return Promise.reject(error);
		};
		const { engine, opened } = engineOf(() => Promise.resolve(full), healthy);
		const ask = () => engine.ask(dataset, () => Promise.resolve('answer'));
		expect(await codeFrom(ask())).toBe('engine-memory');
		expect(opened).toHaveLength(1);
		expect(await ask()).toBe('answer');
	});
});

describe('a page that wakes up', () => {
	it('asks nothing of an engine that was never started', async () => {
		const { engine, opened } = engineOf();
		await engine.wake();
		expect(opened).toHaveLength(0);
	});

	it('gives the engine two seconds to answer, and is not disturbed by what it says', async () => {
		const { engine, opened } = engineOf();
		await engine.open(dataset);
		let signal: AbortSignal | undefined;
		const [database] = opened;
		if (database) {
			database.query = (...args: unknown[]) => {
				signal = args[1] as AbortSignal;
				return Promise.reject(lost());
			};
		}
		await engine.wake();
		expect(signal?.aborted).toBe(false);
	});
});
