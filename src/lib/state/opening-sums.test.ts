import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packLinked, unpackLinked } from '#lib/cube/pack-linked.ts';
import { calendarOf, daysOf } from '#lib/domain/calendar-steps.ts';
import { openingCut, withPick } from '#lib/domain/cut.ts';
import { datasetOf, type Dataset } from '#lib/domain/dataset-index.ts';
import { facetsOf, firstFacets } from '#lib/domain/facet.ts';
import type { Database } from '#lib/engine/database.ts';
import { openNativeDatabase } from '#lib/engine/native.node.ts';
import { manyCases, smallBuilt } from '#lib/dataset/small-source.ts';
import { linkedCounts } from '#lib/questions/linked-counts.ts';
import { openingCounts } from '#lib/questions/opening-counts.ts';
import { OpeningSums } from './opening-sums.ts';

let database: Database;
let dataset: Dataset;
let sums: OpeningSums;
beforeAll(async () => {
	database = await openNativeDatabase();
	dataset = datasetOf((await smallBuilt(database, manyCases)).index);
	const counts = await openingCounts(database, dataset);
	sums = new OpeningSums(dataset, unpackLinked(packLinked(counts)));
});
afterAll(() => database.close());

describe('the counts that Explore opens with', () => {
	it('are those of the same question to the engine, for every period of whole months', async () => {
		const facets = firstFacets(facetsOf(dataset));
		const { starts, count } = calendarOf(dataset, 'month');
		const all = daysOf(dataset);
		for (let from = 0; from < count; from++) {
			for (let end = from + 1; end <= count; end++) {
				const span = {
					first: Math.max(starts[from] ?? 0, all.first),
					last: Math.min((starts[end] ?? 0) - 1, all.last)
				};
				const cut = { ...openingCut(dataset), span };
				const asked = await linkedCounts(database, dataset, cut, facets);
				expect(sums.counts(cut, facets)).toEqual(asked);
			}
		}
	});

	it('say nothing of a cut that they do not hold', () => {
		const cut = { ...openingCut(dataset), span: daysOf(dataset) };
		const first = firstFacets(facetsOf(dataset));
		expect(sums.counts(cut, first)).toBeDefined();
		const picked = withPick(cut, 'outcome', { codes: ['open'], isExcluded: false });
		expect(sums.counts(picked, first)).toBeUndefined();
		expect(sums.counts({ ...cut, area: dataset.areas.codes[1] ?? '' }, first)).toBeUndefined();
		const cutShort = { ...cut.span, first: cut.span.first + 3 };
		expect(sums.counts({ ...cut, span: cutShort }, first)).toBeUndefined();
		const other = { id: 'unknown', kind: 'codes' as const, codes: [] };
		expect(sums.counts(cut, [...first, other])).toBeUndefined();
	});
});
