import { peerMeasures, type PeerMeasure } from '#lib/cube/peer-measures.ts';
import { typeMix, type TypeShare } from '#lib/cube/type-mix.ts';
import { areaServices, type AreaServices } from '#lib/dataset/area-services.ts';
import { openBooks } from '#lib/dataset/open-books.ts';
import type { Cut } from '#lib/domain/cut.ts';
import { isAbort } from '#lib/domain/errors.ts';
import type { BookTables } from '#lib/domain/tables/book-shape.ts';
import { areaParts, type AreaParts } from '#lib/questions/area-parts.ts';
import { peerCounts } from '#lib/questions/peer-counts.ts';
import type { Atlas } from './atlas.svelte.ts';
import type { City } from './city.ts';

/** One area with all that its profile shows. */
export interface Profiled {
	readonly at: number;
	readonly measures: readonly PeerMeasure[];
	readonly parts: AreaParts;
	readonly types: readonly TypeShare[];
}

/** As many types as are read at a glance. */
const TYPES = 8;

/** The profile of an area: asked of the engine under the conditions of the page, and of the books beside the cases. */
export class AreaProfile {
	readonly #atlas: Atlas;
	#shown = $state.raw<Profiled>();
	#services = $state.raw<AreaServices>();
	#failure = $state.raw<unknown>();
	#servicesFailure = $state.raw<unknown>();
	#books: { readonly version: string; readonly tables: Promise<BookTables> } | undefined;
	#asked = '';
	#current = new AbortController();

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
	}

	get shown(): Profiled | undefined {
		return this.#shown;
	}
	/** Organisations and duties; undefined until the books are there. */
	get services(): AreaServices | undefined {
		return this.#services;
	}
	get failure(): unknown {
		return this.#failure;
	}
	get servicesFailure(): unknown {
		return this.#servicesFailure;
	}

	/** Asks for the area at a position; the same one under the same conditions is not asked for again. */
	open(city: City, cut: Cut, at: number): void {
		const { version } = city.dataset.index;
		const picks = Object.entries(cut.picks).filter(([id]) => id !== 'area');
		const asked = JSON.stringify([version, cut.span, picks.sort(), at]);
		if (asked === this.#asked) return;
		this.#asked = asked;
		this.#current.abort();
		const { signal } = (this.#current = new AbortController());
		this.#failure = undefined;
		if (this.#shown?.at !== at) {
			this.#shown = undefined;
			this.#services = undefined;
		}
		void this.#count(city, cut, at, signal);
		void this.#read(city, at, signal);
	}

	close(): void {
		this.#current.abort();
	}

	retry(city: City, cut: Cut, at: number): void {
		this.#asked = '';
		this.#books = undefined;
		this.open(city, cut, at);
	}

	async #count({ dataset }: City, cut: Cut, at: number, signal: AbortSignal): Promise<void> {
		const { areas, index } = dataset;
		const level = areas.level[at] ?? 0;
		try {
			const [counts, parts] = await this.#atlas.engine.ask(
				dataset,
				async (database) =>
					[
						await peerCounts(database, dataset, cut, level, signal),
						await areaParts(database, dataset, cut, areas.codes[at] ?? '', signal)
					] as const,
				signal
			);
			if (signal.aborted) return;
			this.#shown = {
				at,
				measures: peerMeasures(index.manifest.indicators, counts, areas.population, at),
				parts,
				types: typeMix(parts.types, parts.own, parts.all, TYPES)
			};
		} catch (error) {
			if (!signal.aborted && !isAbort(error)) this.#failure = error;
		}
	}

	async #read({ dataset }: City, at: number, signal: AbortSignal): Promise<void> {
		const { version, manifest } = dataset.index;
		if (this.#books?.version !== version) {
			this.#books = { version, tables: openBooks(this.#atlas.fetch, dataset) };
		}
		this.#servicesFailure = undefined;
		try {
			const tables = await this.#books.tables;
			if (!signal.aborted) {
				this.#services = areaServices(dataset.areas, tables, at, manifest.as_of);
			}
		} catch (error) {
			this.#books = undefined;
			if (!signal.aborted) this.#servicesFailure = error;
		}
	}
}
