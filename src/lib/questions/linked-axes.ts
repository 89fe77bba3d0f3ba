import type { Dimension } from '#lib/cube/cube.ts';
import { calendarOf, daysOf, stretchOf, type Step } from '#lib/domain/calendar-steps.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Facet } from '#lib/domain/facet.ts';
import { sql, whole, type Sql } from '#lib/engine/sql.ts';
import {
	areaCondition,
	facetCondition,
	facetKey,
	facetPosition,
	openedDay,
	spanCondition,
	stretchKey,
	stretchPosition
} from './facet-columns.ts';
import { measureTallies, type MeasureTallies } from './measure-tallies.ts';

/** A panel's dimension: what cases are grouped by, the position of such a group, and the condition its own panel leaves out. */
export interface Axis extends Dimension {
	readonly key: Sql;
	readonly position: Sql;
	/** Undefined where nothing was picked on it. */
	readonly condition: Sql | undefined;
	/** Whether every tally of the manifest is counted; else only cases. */
	readonly isTallied: boolean;
	/** What is counted beside the manifest's tallies. */
	readonly measure?: MeasureTallies | undefined;
}

/** Days of the data, under the period. */
export function dayAxis(dataset: Dataset, cut: Cut): Axis {
	const { first, last } = daysOf(dataset);
	return {
		name: 'day',
		size: last - first + 1,
		key: sql`opened_on`,
		position: sql`(${openedDay} - ${whole(first)})`,
		condition: spanCondition(cut.span),
		isTallied: false
	};
}

/** Stretches of time, for a brush over them. */
export function stretchAxis(dataset: Dataset, step: Step): Axis {
	return {
		name: 'stretch',
		size: calendarOf(dataset, step).count,
		key: stretchKey(step),
		position: stretchPosition(step, stretchOf(daysOf(dataset).first, step)),
		condition: undefined,
		isTallied: false
	};
}

/** Areas, and each facet. */
export function otherAxes(dataset: Dataset, cut: Cut, facets: readonly Facet[]): Axis[] {
	const pickOf = (facet: string): Cut['picks'][string] | undefined => cut.picks[facet];
	const picked = pickOf('area');
	const area: Axis = {
		name: 'area',
		size: dataset.areas.codes.length,
		key: sql`area`,
		position: sql`area::INTEGER`,
		condition: picked && areaCondition(dataset, picked),
		isTallied: true,
		measure: measureTallies(dataset, cut.indicator)
	};
	return [
		area,
		...facets.map((facet): Axis => {
			const pick = pickOf(facet.id);
			return {
				name: facet.id,
				size: facet.codes.length,
				key: facetKey(facet),
				position: facetPosition(facet),
				condition: pick && facetCondition(dataset, facet, pick),
				isTallied: false
			};
		})
	];
}
