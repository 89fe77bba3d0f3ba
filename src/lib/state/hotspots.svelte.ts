import { tick } from 'svelte';
import { hotspotActor } from '#lib/analysis/hotspot-actor.ts';
import type { HotspotResult, Scale } from '#lib/analysis/hotspot-request.ts';
import { areaCounts } from '#lib/cube/area-figures.ts';
import { tallyOf, type Cube } from '#lib/cube/cube.ts';
import { rollUp } from '#lib/cube/roll-up.ts';
import { areasAt } from '#lib/domain/area.ts';
import { isAbort } from '#lib/domain/errors.ts';
import {
	formatHotspotView,
	parseHotspotView,
	type HotspotView
} from '#lib/domain/hotspot-choice.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { levelInside } from '#lib/domain/view.ts';
import { hotspotCounts, type HotspotCounts } from '#lib/questions/hotspot-counts.ts';
import type { Atlas } from './atlas.svelte.ts';
import type { City } from './city.ts';
import type { Guest, Notice, Visit } from './visit.ts';

/** Permutation draws the same orders in every session: a link gives its result again. */
const SEED = 20180831;

/** Results kept: whoever goes back to a View finds it as it was left. */
const KEPT = 24;

/** What was found for a View, with all that panels need to say it. */
export interface FoundHotspots {
	readonly city: City;
	readonly view: HotspotView;
	readonly cube: Cube;
	/** Residents are the denominator: of the indicator by residents. */
	readonly indicator: Indicator;
	readonly scope: number;
	/** Positions of the areas that were searched, in the order of the result. */
	readonly positions: readonly number[];
	readonly counts: Float64Array;
	readonly result: HotspotResult;
	/** Undefined until the engine has counted them. */
	readonly details: HotspotCounts | undefined;
}

/** The page of hot spots: link → View → counts → search in a worker; then, from the rows, types and campaigns. */
export class HotspotSearch implements Guest {
	readonly #atlas: Atlas;
	readonly #actor = hotspotActor();
	readonly #kept = new Map<string, FoundHotspots>();
	#view = $state.raw<HotspotView>();
	#shown = $state.raw<FoundHotspots>();
	#isSearching = $state(false);
	#progress = $state.raw<readonly [done: number, total: number]>([0, 1]);
	#detailFailure = $state.raw<unknown>();
	#isUnmeasured = $state(false);
	#painted = (): void => undefined;
	readonly #stands = new Promise<void>((resolve) => {
		this.#painted = resolve;
	});

	constructor(atlas: Atlas) {
		this.#atlas = atlas;
	}

	get view(): HotspotView | undefined {
		return this.#view;
	}
	get shown(): FoundHotspots | undefined {
		return this.#shown;
	}
	get isSearching(): boolean {
		return this.#isSearching;
	}
	/** Runs of the test that are done, of all. */
	get progress(): readonly [done: number, total: number] {
		return this.#progress;
	}
	/** Why types and campaigns could not be counted. */
	get detailFailure(): unknown {
		return this.#detailFailure;
	}
	/** The dataset has no indicator by residents: there is nothing to search. */
	get isUnmeasured(): boolean {
		return this.#isUnmeasured;
	}

	read({ city, params }: Visit): readonly Notice[] {
		const { view, notices } = parseHotspotView(city.dataset, params);
		this.#view = view;
		return notices;
	}

	async answer({ city, signal, began }: Visit): Promise<void> {
		const view = this.#view;
		if (!view) return;
		const indicator = city.dataset.index.manifest.indicators.find(({ kind }) => kind === 'rate');
		this.#isUnmeasured = !indicator;
		if (!indicator) return;
		this.#detailFailure = undefined;
		const cube = city.answers.atHand(view) ?? (await this.#count(city, view, signal));
		const scales = scalesOf(city.dataset, view, cube, indicator.numerator);
		const found = { city, view, cube, indicator, ...scales.shown };
		const kept = this.#kept.get(keyOf(city, view));
		const result = kept?.result ?? (await this.#search(city, view, scales, undefined, signal));
		const isFirst = this.#shown === undefined;
		this.#show({ ...found, result, details: kept?.details });
		this.#isSearching = false;
		if (!kept?.details) void this.#detail(scales, signal);
		if (isFirst) return;
		await tick();
		performance.measure('hetu:answer', {
			start: began,
			end: performance.now(),
			detail: { kind: 'discrete', panels: 3, rows: city.dataset.index.cases.rows }
		});
	}

	/** The picture stands: the engine may start. */
	painted(): void {
		this.#painted();
	}

	/** Changes the View: a step that can be undone. */
	change(part: Partial<HotspotView>): void {
		const city = this.#atlas.city;
		if (!city || !this.#view) return;
		this.#atlas.go(formatHotspotView(city.dataset, { ...this.#view, ...part }));
	}

	openArea(code: string): void {
		const city = this.#atlas.city;
		if (city) this.change({ area: code, level: levelInside(city.dataset, code) });
	}

	close(): void {
		this.#actor.close();
	}

	#show(found: FoundHotspots): void {
		this.#shown = found;
		this.#kept.set(keyOf(found.city, found.view), found);
		const [oldest] = this.#kept.keys();
		if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
	}

	/** Through the city's answers, which keep it; the waiting bar follows the engine. */
	#count(city: City, view: HotspotView, signal: AbortSignal): Promise<Cube> {
		return this.#atlas.ask(city, () => city.answers.ask(view, signal), signal);
	}

	async #search(
		city: City,
		view: HotspotView,
		scales: Scales,
		withoutCampaigns: Float64Array | undefined,
		signal: AbortSignal
	): Promise<HotspotResult> {
		this.#isSearching = true;
		this.#progress = [0, 1];
		try {
			return await this.#actor.ask(
				{
					topology: city.boundaries,
					main: scales.main,
					other: scales.other,
					overlap: scales.overlap,
					withoutCampaigns,
					method: view.method,
					seed: SEED
				},
				signal,
				(...progress) => {
					this.#progress = progress;
				}
			);
		} finally {
			if (!signal.aborted) this.#isSearching = false;
		}
	}

	/** Types and campaigns from the rows; what is shown stands without them. */
	async #detail(scales: Scales, signal: AbortSignal): Promise<void> {
		const shown = this.#shown;
		if (!shown) return;
		const { city, view } = shown;
		try {
			await this.#stands;
			const details = await this.#atlas.engine.ask(
				city.dataset,
				(database) => hotspotCounts(database, city.dataset, view, signal),
				signal
			);
			signal.throwIfAborted();
			const { withoutCampaigns } = details;
			const without =
				withoutCampaigns &&
				countsAt(
					rollUp(tallyOf(withoutCampaigns, shown.indicator.numerator), city.dataset.areas.end),
					shown.positions
				);
			const result = await this.#search(city, view, scales, without, signal);
			this.#show({ ...shown, result, details });
			await tick();
			performance.mark('hetu:details');
		} catch (error) {
			if (!signal.aborted && !isAbort(error)) this.#detailFailure = error;
		}
	}
}

/** The order of a table changes no result. */
function keyOf({ dataset }: City, { area, level, from, to, types, method }: HotspotView): string {
	return JSON.stringify([dataset.index.version, area, level, from, to, [...types].sort(), method]);
}

interface Scales {
	readonly main: Scale;
	readonly other: Scale | undefined;
	readonly overlap: readonly (readonly number[])[];
	readonly shown: Pick<FoundHotspots, 'scope' | 'positions' | 'counts'>;
}

/** The level of the View, and the one beside it: the finer, or above the finest the coarser. */
function scalesOf(dataset: Dataset, view: HotspotView, cube: Cube, tally: string): Scales {
	const { areas, index } = dataset;
	const { levels } = index.manifest;
	const scope = areas.position.get(view.area) ?? 0;
	const level = levels.findIndex(({ id }) => id === view.level);
	const counted = areaCounts(dataset, cube, view.from, view.to)[tally] ?? new Uint32Array();
	const scaleAt = (at: number): { scale: Scale; positions: number[] } => {
		const positions = areasAt(areas, at, scope);
		const pick = (from: ArrayLike<number>): Float64Array => countsAt(from, positions);
		return {
			positions,
			scale: {
				level: levels[at]?.id ?? '',
				codes: positions.map((position) => areas.codes[position] ?? ''),
				lon: pick(areas.lon),
				lat: pick(areas.lat),
				counts: pick(counted),
				population: pick(areas.population)
			}
		};
	};
	const main = scaleAt(level);
	const beside = level > 0 ? level - 1 : level + 1;
	const hasBeside = beside < (areas.level[scope] ?? 0);
	const other = hasBeside ? scaleAt(beside) : undefined;
	const isWithin = (inner: number, outer: number): boolean =>
		inner >= outer && inner < (areas.end[outer] ?? outer + 1);
	return {
		main: main.scale,
		other: other?.scale,
		overlap: main.positions.map((own) =>
			(other?.positions ?? []).flatMap((theirs, i) =>
				isWithin(own, theirs) || isWithin(theirs, own) ? [i] : []
			)
		),
		shown: { scope, positions: main.positions, counts: main.scale.counts }
	};
}

const countsAt = (from: ArrayLike<number>, positions: readonly number[]): Float64Array =>
	Float64Array.from(positions, (position) => from[position] ?? NaN);
