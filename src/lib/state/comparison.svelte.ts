import { comparisonOf, type Comparison, type SideCounts } from '#lib/cube/comparison.ts';
import { formatAgainst, type Against } from '#lib/domain/against.ts';
import { sidesOf, type NoSides, type Sides } from '#lib/domain/compared-sides.ts';
import type { Cut } from '#lib/domain/cut.ts';
import { isAbort } from '#lib/domain/errors.ts';
import { comparedCounts } from '#lib/questions/compared-counts.ts';
import type { Atlas } from './atlas.svelte.ts';
import type { City } from './city.ts';

/** A comparison with the cut that it belongs to; what is drawn may lag behind what is asked for. */
export interface Compared {
	readonly city: City;
	readonly cut: Cut;
	readonly against: Against;
	readonly sides: Sides;
	readonly counts: readonly [own: SideCounts, other: SideCounts];
	readonly result: Comparison;
}

/** The comparison of a cut with what its link says: two counts, asked of the engine under the conditions of the page. */
export class CutComparison {
	readonly #atlas: Atlas;
	#shown = $state.raw<Compared>();
	#nothing = $state.raw<NoSides>();
	#failure = $state.raw<unknown>();
	#isCounting = $state(false);
	#asked = '';
	#counted: { readonly key: string; readonly counts: Compared['counts'] } | undefined;
	#current = new AbortController();

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
	}

	get shown(): Compared | undefined {
		return this.#shown;
	}
	/** Why there is nothing to compare. */
	get nothing(): NoSides | undefined {
		return this.#nothing;
	}
	get failure(): unknown {
		return this.#failure;
	}
	get isCounting(): boolean {
		return this.#isCounting;
	}

	/** Compares; what was compared already is not asked for again, and another indicator or level needs no new counts. */
	open(city: City, cut: Cut, against: Against): void {
		const key = JSON.stringify([
			city.dataset.index.version,
			cut.area,
			cut.span,
			cut.step,
			Object.entries(cut.picks).sort(),
			formatAgainst(against)
		]);
		const asked = JSON.stringify([key, cut.indicator, cut.level]);
		if (asked === this.#asked) return;
		this.#asked = asked;
		this.#current.abort();
		const { signal } = (this.#current = new AbortController());
		this.#failure = undefined;
		const sides = sidesOf(city.dataset, cut, against);
		const isNothing = typeof sides === 'string';
		this.#nothing = isNothing ? sides : undefined;
		this.#isCounting = !isNothing;
		if (isNothing) this.#shown = undefined;
		else void this.#count({ city, cut, against, sides }, key, signal);
	}

	close(): void {
		this.#current.abort();
	}

	retry(city: City, cut: Cut, against: Against): void {
		this.#asked = '';
		this.open(city, cut, against);
	}

	async #count(
		compared: Omit<Compared, 'counts' | 'result'>,
		key: string,
		signal: AbortSignal
	): Promise<void> {
		const { city, cut, against, sides } = compared;
		const { dataset } = city;
		try {
			const counts =
				this.#counted?.key === key
					? this.#counted.counts
					: await this.#atlas.engine.ask(
							dataset,
							(database) =>
								Promise.all([
									comparedCounts(database, dataset, cut, against, sides.own, signal),
									comparedCounts(database, dataset, cut, against, sides.other, signal)
								]),
							signal
						);
			if (signal.aborted) return;
			this.#counted = { key, counts };
			const result = comparisonOf(dataset, cut, against, sides, counts);
			this.#shown = { ...compared, counts, result };
		} catch (error) {
			if (!signal.aborted && !isAbort(error)) this.#failure = error;
		} finally {
			if (!signal.aborted) this.#isCounting = false;
		}
	}
}
