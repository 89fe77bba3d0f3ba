import type { LinkedCounts } from '#lib/cube/linked-counts.ts';
import { daysOf } from '#lib/domain/calendar-steps.ts';
import { openingCut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { facetsOf, firstFacets } from '#lib/domain/facet.ts';
import type { Database } from '#lib/engine/database.ts';
import { brushCubes, linkedCounts } from './linked-counts.ts';

/**
 * What Explore opens with, for the whole city under no condition: panels by month × their own dimension, so that any
 * period of whole months is a sum of them, and the panel by day, which no period changes. The same questions as later.
 */
export async function openingCounts(database: Database, dataset: Dataset): Promise<LinkedCounts> {
	const cut = { ...openingCut(dataset), span: daysOf(dataset), picks: {} };
	const facets = firstFacets(facetsOf(dataset));
	const { panels, total } = await brushCubes(database, dataset, cut, 'month', facets);
	const day = (await linkedCounts(database, dataset, cut, [])).panels.get('day');
	return { panels: day ? new Map([...panels, ['day', day]]) : panels, total };
}
