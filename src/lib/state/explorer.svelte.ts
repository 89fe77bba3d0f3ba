import { tick } from 'svelte';
import type { AreaMeasures } from '#lib/cube/area-measure.ts';
import { cutReading } from '#lib/cube/cut-reading.ts';
import { RunningSums, type LinkedCounts } from '#lib/cube/linked-counts.ts';
import type { Reading } from '#lib/cube/reading.ts';
import { openExploreCounts } from '#lib/dataset/open.ts';
import { caseMeasureOf, columnOfMeasure } from '#lib/domain/case-measure.ts';
import { calendarOf, daysOf } from '#lib/domain/calendar-steps.ts';
import { formatCut, parseCut, type Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { isAbort } from '#lib/domain/errors.ts';
import { facetsOf, firstFacets, type Facet } from '#lib/domain/facet.ts';
import type { Days } from '#lib/domain/period-text.ts';
import { caseMeasures, type CaseMeasures } from '#lib/questions/case-measures.ts';
import { brushCubes, linkedCounts } from '#lib/questions/linked-counts.ts';
import type { Atlas } from './atlas.svelte.ts';
import type { City } from './city.ts';
import { OpeningSums } from './opening-sums.ts';
import type { Guest, Notice, Visit } from './visit.ts';

/** Answers kept: Back and Forward between a few cuts wait for nothing. */
const KEPT = 24;

/** A cut together with its numbers; what is drawn may lag behind what is asked for. */
export interface Explored {
	readonly city: City;
	readonly cut: Cut;
	readonly facets: readonly Facet[];
	readonly counts: LinkedCounts;
	/** The areas of counts as map and table read them, with class limits that hold while a period is brushed. */
	readonly read: (counts: LinkedCounts, fixed?: readonly number[]) => Reading;
}

interface Brushed {
	readonly counts: LinkedCounts;
	readonly span: Days;
}

/** The state of the Explore page: link → cut → linked counts. While a period is brushed, counts of a stretch of it. */
export class Explorer implements Guest {
	readonly #atlas: Atlas;
	#cut = $state.raw<Cut>();
	#shown = $state.raw<Explored>();
	#brushed = $state.raw<Brushed>();
	#baseline = $state.raw<LinkedCounts>();
	#measures = $state.raw<CaseMeasures>();
	#showsAll = $state(false);
	#kept = new Map<string, LinkedCounts>();
	#exact = new WeakMap<LinkedCounts, Map<string, AreaMeasures | undefined>>();
	#sums: { readonly key: string; readonly made: Promise<RunningSums> } | undefined;
	#ready: RunningSums | undefined;
	#brushing = new AbortController();
	#opening: { readonly city: City; readonly sums: OpeningSums | undefined } | undefined;
	#painted = (): void => undefined;
	readonly #stands = new Promise<void>((resolve) => {
		this.#painted = resolve;
	});
	/** Counts the moves and releases of a brush: a move that waited for its cubes must not come after a later one. */
	#turn = 0;

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
	}

	get cut(): Cut | undefined {
		return this.#cut;
	}
	get shown(): Explored | undefined {
		return this.#shown;
	}
	/** What panels draw: the counts of the cut, or of the period that is being brushed. */
	get counts(): LinkedCounts | undefined {
		return this.#brushed?.counts ?? this.#shown?.counts;
	}
	/** The period that panels draw. */
	get span(): Days | undefined {
		return this.#brushed?.span ?? this.#shown?.cut.span;
	}
	get isBrushing(): boolean {
		return this.#brushed !== undefined;
	}
	/** The same panels without any condition but the area that is open; it comes after the counts. */
	get baseline(): LinkedCounts | undefined {
		return this.#baseline;
	}
	/** Exact measures of the cut; undefined while they are counted. */
	get measures(): CaseMeasures | undefined {
		return this.#measures;
	}
	get showsAll(): boolean {
		return this.#showsAll;
	}

	read({ city, params }: Visit): readonly Notice[] {
		const { cut, notices } = parseCut(city.dataset, params);
		this.#cut = cut;
		return notices;
	}

	async answer(visit: Visit): Promise<void> {
		const { city, signal, began } = visit;
		const cut = this.#cut;
		if (!cut) return;
		const facets = this.#facetsOf(city.dataset, cut);
		await this.#openCounts(city, signal);
		const isWaiting = this.#atlas.engine.phase !== 'ready' && !this.#atHand(city, cut, facets);
		const counts = await this.#countsOf(city, cut, facets, signal);
		const read = await this.#readerOf(city, cut, counts, signal);
		signal.throwIfAborted();
		const before = this.#shown;
		const isSamePlace = before?.city === city && before.cut.area === cut.area;
		if (!isSamePlace) this.#baseline = undefined;
		this.#shown = { city, cut, facets, counts, read };
		this.#brushed = undefined;
		const isSame = isSamePlace && before.counts === counts;
		if (!isSame) this.#measures = undefined;
		if (before) await this.#measure(isWaiting ? 'cold' : 'discrete', began, facets.length + 2);
		const free: Cut = { ...cut, picks: {}, span: daysOf(city.dataset) };
		this.#baseline = await this.#countsOf(city, free, facets, signal);
		// What only the rows tell needs the engine; where no panel did, it starts when the picture stands.
		if (this.#atlas.engine.phase === 'asleep') await this.#stands;
		signal.throwIfAborted();
		this.#measures ??= await this.#atlas.engine.ask(
			city.dataset,
			(database) => caseMeasures(database, city.dataset, cut, signal),
			signal
		);
	}

	/** The first picture stands: what it had no need of may begin. */
	painted(): void {
		this.#painted();
	}

	/** Changes the cut: a step that can be undone. */
	change(part: Partial<Cut>): void {
		const city = this.#atlas.city;
		if (!city || !this.#cut) return;
		this.#atlas.go(formatCut(city.dataset, { ...this.#cut, ...part }));
	}

	/** Shows the panels of all facets, or only the first ones. */
	showAll(wanted: boolean): void {
		this.#showsAll = wanted;
		this.#atlas.retry();
	}

	/**
	 * Counts of a period of whole stretches, [first, end): the first call asks for cubes, every other one is a
	 * difference of sums in memory. What the cubes cannot be had for is not brushed; the release asks again.
	 */
	async brush(first: number, end: number, began: number): Promise<void> {
		const shown = this.#shown;
		if (!shown) return;
		const turn = ++this.#turn;
		if (this.#ready && this.#sums?.key === keyOfBrush(shown)) {
			this.#brushed = brushed(this.#ready, shown, first, end);
			await this.#measure('brush', began, shown.facets.length + 1);
			return;
		}
		try {
			const sums = await this.#sumsFor(shown);
			if (this.#shown !== shown || this.#turn !== turn) return;
			this.#brushed = brushed(sums, shown, first, end);
			await this.#measure('brush-first', began, shown.facets.length + 1);
		} catch (error) {
			if (!isAbort(error)) this.#sums = undefined;
		}
	}

	/** Takes the brushed period into the cut. Its counts are at hand, so nothing is asked. */
	release(first: number, end: number): void {
		this.#turn++;
		const shown = this.#shown;
		if (!shown) return;
		const { city, cut, facets } = shown;
		const span = spanOf(shown, first, end);
		const next = { ...cut, span };
		if (this.#ready && this.#sums?.key === keyOfBrush(shown)) {
			const { counts } = brushed(this.#ready, shown, first, end);
			this.#keep(keyOf(city, next, facets), counts);
		}
		if (span.first === cut.span.first && span.last === cut.span.last) this.#brushed = undefined;
		else this.change({ span });
	}

	/** Leaves the period as it was. */
	forgetBrush(): void {
		this.#turn++;
		this.#brushed = undefined;
	}

	#facetsOf(dataset: Dataset, cut: Cut): Facet[] {
		const all = facetsOf(dataset);
		if (this.#showsAll) return all;
		const first = firstFacets(all);
		return all.filter((facet) => first.includes(facet) || facet.id in cut.picks);
	}

	async #countsOf(
		city: City,
		cut: Cut,
		facets: readonly Facet[],
		signal: AbortSignal
	): Promise<LinkedCounts> {
		const kept = this.#atHand(city, cut, facets);
		if (kept) return kept;
		const key = keyOf(city, cut, facets);
		const counts = await this.#atlas.ask(
			city,
			(database) => linkedCounts(database, city.dataset, cut, facets, signal),
			signal
		);
		this.#keep(key, counts);
		return counts;
	}

	/** Counts that need no engine: asked before, or brought along. */
	#atHand(city: City, cut: Cut, facets: readonly Facet[]): LinkedCounts | undefined {
		const key = keyOf(city, cut, facets);
		const kept = this.#kept.get(key) ?? this.#opening?.sums?.counts(cut, facets);
		if (kept) this.#keep(key, kept);
		return kept;
	}

	/** What the city brings along. Where it cannot be had the engine counts the same: nothing need be said. */
	async #openCounts(city: City, signal: AbortSignal): Promise<void> {
		if (this.#opening?.city === city) return;
		const counts = await openExploreCounts(this.#atlas.fetch, city.dataset, signal).catch(
			(error: unknown) => {
				if (isAbort(error)) throw error;
				return undefined;
			}
		);
		this.#opening = { city, sums: counts && new OpeningSums(city.dataset, counts) };
	}

	/** A measure of the cases, chosen classes and smoothing are read by what is fetched when one is first wanted. */
	async #readerOf(
		city: City,
		cut: Cut,
		counts: LinkedCounts,
		signal: AbortSignal
	): Promise<Explored['read']> {
		const { dataset } = city;
		const isPlain =
			cut.classes === undefined &&
			cut.smooth === undefined &&
			caseMeasureOf(dataset, cut.indicator) === undefined;
		if (isPlain) return (some, fixed) => cutReading(dataset, cut, some, fixed);
		const [{ chosenReading }, { areaMeasures }] = await Promise.all([
			import('#lib/cube/chosen-reading.ts'),
			import('#lib/questions/area-measures.ts')
		]);
		const known = this.#exact.get(counts) ?? new Map<string, AreaMeasures | undefined>();
		const key = `${cut.indicator} ${cut.level}`;
		if (!known.has(key)) {
			const exact = await this.#atlas.ask(
				city,
				(database) => areaMeasures(database, dataset, cut, signal),
				signal
			);
			known.set(key, exact);
			this.#exact.set(counts, known);
		}
		const exact = known.get(key);
		return (some, fixed) =>
			chosenReading(dataset, cut, some, fixed, some === counts ? exact : undefined);
	}

	#keep(key: string, counts: LinkedCounts): void {
		this.#kept.delete(key);
		this.#kept.set(key, counts);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
	}

	/** One question for all moves over the same conditions; one that no longer matters is given up. */
	#sumsFor(shown: Explored): Promise<RunningSums> {
		const key = keyOfBrush(shown);
		if (this.#sums?.key === key) return this.#sums.made;
		this.#brushing.abort();
		const { signal } = (this.#brushing = new AbortController());
		this.#ready = undefined;
		const { city, cut, facets } = shown;
		const opening = this.#opening?.city === city ? this.#opening.sums : undefined;
		if (opening && cut.step === 'month' && opening.holds(cut, facets)) {
			this.#ready = opening.months;
			this.#sums = { key, made: Promise.resolve(opening.months) };
			return this.#sums.made;
		}
		const made = this.#atlas.engine
			.ask(
				city.dataset,
				(database) => brushCubes(database, city.dataset, cut, cut.step, facets, signal),
				signal
			)
			.then((cubes) => (this.#ready = new RunningSums(cubes)));
		this.#sums = { key, made };
		return made;
	}

	async #measure(kind: string, start: number, panels: number): Promise<void> {
		await tick();
		const rows = this.#shown?.city.dataset.index.cases.rows;
		performance.measure('hetu:answer', {
			start,
			end: performance.now(),
			detail: { kind, panels, rows }
		});
	}
}

/** Counts of whole stretches, [first, end). The panel by day does not change while the period does. */
function brushed(sums: RunningSums, shown: Explored, first: number, end: number): Brushed {
	const counts = sums.over(first, end);
	const day = shown.counts.panels.get('day');
	const panels = day ? new Map([['day', day], ...counts.panels]) : counts.panels;
	return { counts: { ...counts, panels }, span: spanOf(shown, first, end) };
}

/** The days of whole stretches that are days of the data. */
function spanOf({ city, cut }: Explored, first: number, end: number): Days {
	const { starts } = calendarOf(city.dataset, cut.step);
	const all = daysOf(city.dataset);
	return {
		first: Math.max(starts[first] ?? all.first, all.first),
		last: Math.min((starts[end] ?? all.last + 1) - 1, all.last)
	};
}

function keyOf({ dataset }: City, cut: Cut, facets: readonly Facet[]): string {
	const { area, span, picks } = cut;
	const measure = caseMeasureOf(dataset, cut.indicator);
	const column = measure && columnOfMeasure(measure);
	const names = facets.map(({ id }) => id).join();
	const conditions = Object.entries(picks).sort();
	return JSON.stringify([dataset.index.version, area, span, conditions, names, column]);
}

function keyOfBrush({ city, cut, facets }: Explored): string {
	return `${cut.step} ${keyOf(city, { ...cut, span: { first: 0, last: 0 } }, facets)}`;
}
