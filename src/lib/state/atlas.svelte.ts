import { tick } from 'svelte';
import type { Topology } from 'topojson-specification';
import {
	openBoundaries,
	openCatalogue,
	openContext,
	openDataset,
	openOpeningCube,
	type Fetch
} from '#lib/dataset/open.ts';
import type { Catalogue } from '#lib/domain/dataset-index.ts';
import { isAbort } from '#lib/domain/errors.ts';
import { formatView, levelInside, parseView, type View } from '#lib/domain/view.ts';
import type { Database } from '#lib/engine/database.ts';
import { Answers } from './answers.ts';
import type { City, Shown } from './city.ts';
import { Engine } from './engine.svelte.ts';
import { failureFor, type Failure } from './failure.ts';
import { followInput, lastInput } from './last-input.ts';
import { Link } from './link.svelte.ts';
import type { Guest, Notice } from './visit.ts';
import { followWaking } from './waking.ts';

/** The state of the map page: link → dataset → View → numbers, in this direction only. */
export class Atlas {
	readonly link = new Link();
	readonly engine: Engine;
	readonly #fetch: Fetch;
	#catalogue = $state.raw<Catalogue>();
	#city = $state.raw<City>();
	#view = $state.raw<View>();
	#shown = $state.raw<Shown>();
	#notices = $state.raw<readonly Notice[]>([]);
	#failure = $state.raw<unknown>();
	#failed = $state<Failure>();
	#asking = $state(false);
	/** Rivers, roads and relief of the city that is open, once they have come. */
	#context = $state.raw<{ readonly city: City; readonly topology: Topology }>();
	#guest: Guest | undefined;
	/** Grows with every arrival that has been answered, whoever answered it. */
	#arrivals = $state(0);
	/** Ends whatever is being fetched or counted for a View that is no longer wanted. */
	#current = new AbortController();

	constructor(fetchBytes: Fetch) {
		this.#fetch = fetchBytes;
		this.engine = new Engine(fetchBytes);
	}

	/** For what is fetched only by the few who ask for it. */
	get fetch(): Fetch {
		return this.#fetch;
	}
	get catalogue(): Catalogue | undefined {
		return this.#catalogue;
	}
	get view(): View | undefined {
		return this.#view;
	}
	get city(): City | undefined {
		return this.#city;
	}
	get shown(): Shown | undefined {
		return this.#shown;
	}
	get context(): Topology | undefined {
		return this.#context?.city === this.#city ? this.#context?.topology : undefined;
	}
	get notices(): readonly Notice[] {
		return this.#notices;
	}
	get failure(): unknown {
		return this.#failure;
	}
	get failed(): Failure | undefined {
		return this.#failed;
	}
	/** Changes whenever what is shown has become another. */
	get arrivals(): number {
		return this.#arrivals;
	}
	/** Numbers for the View are being counted. */
	get asking(): boolean {
		return this.#asking;
	}

	start(): () => void {
		const stopInput = followInput();
		const stopLink = this.link.follow(() => void this.#arrive(performance.now()));
		const stopWaking = followWaking(() => void this.engine.wake());
		void this.#arrive(performance.now());
		return () => {
			this.#current.abort();
			stopInput();
			stopLink();
			stopWaking();
		};
	}

	/** After a turn to another page of the site, which comes without a popstate. */
	turned(): void {
		if (this.link.read()) void this.#arrive(performance.now());
	}

	/** From now on a page of its own kind answers links; returns how it leaves. */
	receive(guest: Guest): () => void {
		this.#guest = guest;
		this.link.read();
		void this.#arrive(performance.now());
		return () => {
			if (this.#guest !== guest) return;
			this.#guest = undefined;
			this.link.read();
			void this.#arrive(performance.now());
		};
	}

	/** Asks the engine on behalf of a guest, and says so while it does. */
	async ask<T>(
		{ dataset }: City,
		question: (database: Database) => Promise<T>,
		signal: AbortSignal
	): Promise<T> {
		this.#asking = true;
		try {
			return await this.engine.ask(dataset, question, signal);
		} finally {
			if (!signal.aborted) this.#asking = false;
		}
	}

	/** Goes to another link of the city that is open: a step that can be undone. */
	go(params: URLSearchParams): void {
		const id = this.#city?.dataset.index.manifest.id;
		if (id !== undefined) this.#go(params, id);
	}

	retry(): void {
		this.engine.reset();
		void this.#arrive(performance.now());
	}

	/** Gives up the question that is being asked, and goes back to what is shown. */
	cancel(): void {
		this.#current.abort();
		this.#asking = false;
		if (this.#guest) {
			if (this.link.depth > 0) history.back();
			else this.go(new URLSearchParams());
			return;
		}
		if (!this.#city || !this.#view) return;
		const { dataset } = this.#city;
		const wanted = formatView(dataset, this.#view);
		if (this.#shown?.city === this.#city) {
			const { view } = this.#shown;
			// The step that asked is taken back; where it was the link itself, a step leads away from it.
			if (this.link.depth > 0 && formatView(dataset, view).toString() !== wanted.toString()) {
				history.back();
				return;
			}
		}
		this.change({ types: [] });
	}

	dismissNotices(): void {
		this.#notices = [];
	}

	/** Changes the View: a step that can be undone. */
	change(part: Partial<View>): void {
		if (!this.#city || !this.#view) return;
		const { dataset } = this.#city;
		this.#go(formatView(dataset, { ...this.#view, ...part }), dataset.index.manifest.id);
	}

	/** Opens an area and shows what lies in it, at the level below. */
	openArea(code: string): void {
		if (!this.#city) return;
		this.change({ area: code, level: levelInside(this.#city.dataset, code) });
	}

	openDataset(id: string): void {
		this.#go(new URLSearchParams(), id);
	}

	/**
	 * Fetches what only helps to find one's way, once the first picture stands. A map without it is whole: where it does
	 * not come, nothing is said. `hetu:context` marks that all has come that will.
	 */
	async orient(): Promise<void> {
		const city = this.#city;
		if (!city || this.#context?.city === city) return;
		try {
			const topology = await openContext(this.#fetch, city.dataset);
			if (topology && this.#city === city) this.#context = { city, topology };
		} catch {
			return;
		} finally {
			await tick();
			performance.mark('hetu:context');
		}
	}

	/** The engine warms up once the first picture stands. */
	warm(): void {
		const city = this.#city;
		// A failure is shown when a question needs the engine, not before.
		if (city) this.engine.open(city.dataset).catch(() => undefined);
	}

	#go(params: URLSearchParams, dataset: string): void {
		const began = lastInput();
		if (dataset !== this.#catalogue?.datasets[0]?.id) params.set('d', dataset);
		this.link.push(params);
		void this.#arrive(began);
	}

	/** Makes everything agree with the link. */
	async #arrive(began: number): Promise<void> {
		this.#current.abort();
		const { signal } = (this.#current = new AbortController());
		this.#failure = undefined;
		this.#failed = undefined;
		this.#notices = [];
		let stage: 'data' | 'engine' = 'data';
		try {
			const city = await this.#cityOfLink(signal);
			if (!city) return;
			if (this.#guest) {
				const visit = { city, params: this.link.params, signal, began };
				this.#city = city;
				this.#notices = [...this.#notices, ...this.#guest.read(visit)];
				stage = 'engine';
				await this.#guest.answer(visit);
				this.#arrivals++;
				return;
			}
			const { view, notices } = parseView(city.dataset, this.link.params);
			this.#city = city;
			this.#view = view;
			this.#notices = [...this.#notices, ...notices];
			stage = 'engine';
			await this.#answer(city, view, signal, began);
			this.#arrivals++;
		} catch (error) {
			if (signal.aborted || isAbort(error)) return;
			this.#failure = error;
			this.#failed = failureFor(error, stage);
			this.#asking = false;
		}
	}

	async #answer(city: City, view: View, signal: AbortSignal, began: number): Promise<void> {
		let cube = city.answers.atHand(view);
		const kind = cube || this.engine.phase === 'ready' ? 'discrete' : 'cold';
		if (!cube) {
			this.#asking = true;
			try {
				cube = await city.answers.ask(view, signal);
			} finally {
				if (!signal.aborted) this.#asking = false;
			}
		} else this.#asking = false;
		signal.throwIfAborted();
		const first = this.#shown === undefined;
		this.#shown = { city, view, cube };
		if (first) return;
		await tick();
		performance.measure('hetu:answer', {
			start: began,
			end: performance.now(),
			detail: { kind, panels: 4, rows: city.dataset.index.cases.rows }
		});
	}

	/** The dataset that the link names, opened if it is not the one that is open. */
	async #cityOfLink(signal: AbortSignal): Promise<City | undefined> {
		this.#catalogue ??= await openCatalogue(this.#fetch, signal);
		const { datasets } = this.#catalogue;
		const wanted = this.link.params.get('d');
		const known = datasets.find(({ id }) => id === wanted);
		if (wanted !== null && !known) this.#notices = [{ field: 'd', value: wanted.slice(0, 40) }];
		const id = (known ?? datasets[0])?.id;
		if (id === undefined || this.#city?.dataset.index.manifest.id === id) return this.#city;
		const dataset = await openDataset(this.#fetch, id, signal);
		const [boundaries, opening] = await Promise.all([
			openBoundaries(this.#fetch, dataset, signal),
			openOpeningCube(this.#fetch, dataset, signal)
		]);
		return { dataset, boundaries, answers: new Answers(this.engine, dataset, opening) };
	}
}
