import type { Cube } from '#lib/cube/cube.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { View } from '#lib/domain/view.ts';
import type { Engine } from './engine.svelte.ts';

/** Answers kept: a reader who goes back and forth between a few filters waits once. */
const KEPT = 24;

/**
 * Cubes for a dataset, from the opening file where it holds the View, from DuckDB otherwise.
 * Area and period are cuts of the same cube, so only the choice of types needs a new one.
 */
export class Answers {
	readonly #engine: Engine;
	readonly #dataset: Dataset;
	readonly #kept = new Map<string, Cube>();

	constructor(engine: Engine, dataset: Dataset, opening: Cube) {
		this.#engine = engine;
		this.#dataset = dataset;
		this.#kept.set('', opening);
	}

	/** The cube of a View if it is at hand. */
	atHand(view: View): Cube | undefined {
		return this.#kept.get(keyOf(view));
	}

	/** The question itself is fetched with the first one: the opening cube needs none. */
	async ask(view: View, signal: AbortSignal): Promise<Cube> {
		const { casesByAreaAndMonth } = await import('#lib/questions/cases-by-area-and-month.ts');
		signal.throwIfAborted();
		const cube = await this.#engine.ask(
			this.#dataset,
			(database) => casesByAreaAndMonth(database, this.#dataset, view.types, signal),
			signal
		);
		this.#keep(keyOf(view), cube);
		return cube;
	}

	/** The oldest goes first, but never the opening cube. */
	#keep(key: string, cube: Cube): void {
		this.#kept.set(key, cube);
		if (this.#kept.size <= KEPT) return;
		const oldest = [...this.#kept.keys()].find((one) => one !== '');
		if (oldest !== undefined) this.#kept.delete(oldest);
	}
}

function keyOf(view: View): string {
	return [...view.types].sort().join(',');
}
