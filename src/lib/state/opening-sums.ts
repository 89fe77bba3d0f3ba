import type { Cube } from '#lib/cube/cube.ts';
import { RunningSums, type LinkedCounts } from '#lib/cube/linked-counts.ts';
import { caseMeasureOf } from '#lib/domain/case-measure.ts';
import { calendarOf, daysOf, stretchesOf } from '#lib/domain/calendar-steps.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Facet } from '#lib/domain/facet.ts';

/** The counts that a dataset brings along for Explore: the whole city under no condition, by month. */
export class OpeningSums {
	/** Running sums over months, for a brush as well. */
	readonly months: RunningSums;
	readonly #dataset: Dataset;
	readonly #names: ReadonlySet<string>;
	readonly #day: Cube | undefined;

	constructor(dataset: Dataset, { panels, total }: LinkedCounts) {
		const byMonth = new Map(panels);
		byMonth.delete('day');
		this.#dataset = dataset;
		this.#day = panels.get('day');
		this.#names = new Set(byMonth.keys());
		this.months = new RunningSums({ panels: byMonth, total });
	}

	/** Whether conditions and panels are those that were counted, whatever the period. */
	holds({ area, picks, indicator }: Cut, facets: readonly Facet[]): boolean {
		return (
			area === this.#dataset.areas.codes[0] &&
			Object.keys(picks).length === 0 &&
			// A measure of the cases is counted from more than the manifest's tallies.
			caseMeasureOf(this.#dataset, indicator) === undefined &&
			facets.every(({ id }) => this.#names.has(id))
		);
	}

	/** Counts of a cut whose period is of whole months and whose conditions are those that were counted; else undefined. */
	counts(cut: Cut, facets: readonly Facet[]): LinkedCounts | undefined {
		if (!this.holds(cut, facets) || !this.#day) return undefined;
		const months = calendarOf(this.#dataset, 'month');
		const all = daysOf(this.#dataset);
		const [from, end] = stretchesOf(months, cut.span);
		const first = Math.max(months.starts[from] ?? NaN, all.first);
		const last = Math.min((months.starts[end] ?? NaN) - 1, all.last);
		if (first !== cut.span.first || last !== cut.span.last) return undefined;
		const { panels, total } = this.months.over(from, end);
		const shown = facets.flatMap(({ id }) => {
			const panel = panels.get(id);
			return panel ? [[id, panel] as const] : [];
		});
		const area = panels.get('area');
		return {
			panels: new Map([['day', this.#day], ...(area ? [['area', area] as const] : []), ...shown]),
			total
		};
	}
}
