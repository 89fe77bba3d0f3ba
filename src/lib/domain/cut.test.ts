import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAgainst } from './against.ts';
import { dayOf, daysOf, STEPS } from './calendar-steps.ts';
import { formatCut, openingCut, parseCut, withPick, type Cut, type FacetPick } from './cut.ts';
import { facetsOf } from './facet.ts';
import { datasetOf } from './dataset-index.ts';
import { smallDataset, smallIndex } from './small-dataset.ts';
import { levelInside, parseView, SORTS } from './view.ts';

const fixed = { seed: 42 };
const dataset = smallDataset();
const facets = facetsOf(dataset);
/** The small city with days, people, and repeats that are coded. */
const withMeasures = (() => {
	const index = smallIndex();
	const { cases } = index.manifest;
	const closed_on = { from: 'closed_on', format: 'YYYY-MM-DD' as const };
	const people = { from: 'people' };
	const codes = { ...cases.codes, repeat: { from: 'repeat' } };
	const repeat = { codes: ['yes', 'no'], zh: ['是', '否'], en: ['Yes', 'No'], parent: [-1, -1] };
	const manifest = { ...index.manifest, cases: { ...cases, closed_on, people, codes } };
	return datasetOf({ ...index, manifest, codeLists: { ...index.codeLists, repeat } });
})();
/** Limits in hundredths, as many as colours can tell apart. */
const limits = fc
	.uniqueArray(fc.integer({ min: -99_999, max: 99_999 }), { minLength: 1, maxLength: 6 })
	.map((hundredths) => hundredths.sort((a, b) => a - b).map((one) => one / 100));
const all = daysOf(dataset);
const days = fc.integer({ min: all.first, max: all.last });

const picks: fc.Arbitrary<Record<string, FacetPick>> = fc
	.tuple(
		...[...facets, { id: 'area', codes: dataset.areas.codes }].map(({ id, codes }) =>
			fc.record({
				id: fc.constant(id),
				codes: fc.shuffledSubarray([...codes]),
				isExcluded: fc.boolean()
			})
		)
	)
	.map((chosen) =>
		Object.fromEntries(
			chosen
				.filter(({ codes }) => codes.length > 0)
				.map(({ id, codes, isExcluded }) => [id, { codes, isExcluded }])
		)
	);

const cuts: fc.Arbitrary<Cut> = fc
	.record({
		area: fc.constantFrom(...dataset.areas.codes),
		span: fc.tuple(days, days),
		step: fc.constantFrom(...STEPS),
		indicator: fc.constantFrom(...dataset.index.manifest.indicators.map(({ id }) => id)),
		sort: fc.constantFrom(...SORTS),
		ascending: fc.boolean(),
		picks,
		classes: fc.oneof(fc.constantFrom('jenks' as const, 'equal', 'eb', undefined), limits),
		smooth: fc.constantFrom('eb' as const, undefined),
		at: fc.constantFrom(undefined, ...dataset.areas.codes),
		against: fc.constantFrom(undefined, 'year', 'before', 'area:42', 'type:land_use', 'type:-')
	})
	.map(({ span: [a, b], against, ...rest }) => ({
		...rest,
		...(against !== undefined && { against: parseAgainst(dataset, against) }),
		level: levelInside(dataset, rest.area),
		span: { first: Math.min(a, b), last: Math.max(a, b) }
	}));

const parse = (text: string): ReturnType<typeof parseCut> =>
	parseCut(dataset, new URLSearchParams(text));

describe('a cut', () => {
	it('is what its own link says, whatever it is', () => {
		fc.assert(
			fc.property(cuts, (cut) => {
				const link = formatCut(dataset, cut).toString();
				expect(parse(link)).toEqual({ cut, notices: [] });
			}),
			fixed
		);
	});

	it('may show a measure of the cases, where their columns are kept', () => {
		const measured = (show: string) => parseCut(withMeasures, new URLSearchParams({ show }));
		for (const show of ['median_days', 'p90_days', 'people_sum', 'people_per_case', 'repeat']) {
			const { cut, notices } = measured(show);
			expect([cut.indicator, notices]).toEqual([show, []]);
			expect(formatCut(withMeasures, cut).toString()).toBe(`show=${show}`);
			expect(parse(`show=${show}`).notices).toEqual([{ field: 'show', value: show }]);
		}
		expect(measured('kept').notices).toEqual([{ field: 'show', value: 'kept' }]);
	});

	it('says nothing of quantiles, which are what opens', () => {
		expect(parse('classes=quantile')).toEqual({ cut: openingCut(dataset), notices: [] });
		expect(formatCut(dataset, { ...openingCut(dataset), classes: 'quantile' }).toString()).toBe('');
	});

	it.each(['00', '10', '11', '42'])(
		'has the profile of %s open, and no condition by that',
		(at) => {
			const opening = openingCut(dataset);
			expect(parse(`at=${at}`)).toEqual({ cut: { ...opening, at }, notices: [] });
			expect(formatCut(dataset, { ...opening, at }).toString()).toBe(`at=${at}`);
		}
	);

	it('keeps a profile beside every condition, and loses it alone when it is closed', () => {
		const link = 'area=10&from=2020-08&in.outcome=open&at=20';
		const { cut } = parse(link);
		expect(cut.at).toBe('20');
		expect(formatCut(dataset, cut).toString()).toBe(link);
		const closed = formatCut(dataset, { ...cut, at: undefined });
		expect(closed.toString()).toBe('area=10&from=2020-08&in.outcome=open');
		expect(withPick(cut, 'outcome', undefined).at).toBe('20');
	});

	it('opens with a link that says nothing', () => {
		expect(parse('')).toEqual({ cut: openingCut(dataset), notices: [] });
		expect(formatCut(dataset, openingCut(dataset)).toString()).toBe('');
	});

	it('shares its words with a View: area, period in months, types, indicator', () => {
		const link = 'area=10&from=2020-08&to=2020-09&type=land&show=cases';
		const { view, notices } = parseView(dataset, new URLSearchParams(link));
		expect(notices).toEqual([]);
		const { cut } = parse(link);
		expect(cut).toMatchObject({ area: view.area, level: view.level, indicator: 'cases' });
		expect(cut.span).toEqual({ first: dayOf('2020-08-01'), last: dayOf('2020-09-30') });
		expect(cut.picks).toEqual({ type: { codes: ['land'], isExcluded: false } });
		expect(formatCut(dataset, cut).toString()).toBe(
			'area=10&type=land&show=cases&from=2020-08&to=2020-09'
		);
	});

	it.each<[string, string, { field: string; value: string }[]]>([
		['a day that is none', 'from=2020-02-30', [{ field: 'from', value: '2020-02-30' }]],
		['a day outside the data', 'to=2031-01-01', [{ field: 'to', value: '2031-01-01' }]],
		[
			'an end before its beginning',
			'from=2020-09&to=2020-08',
			[{ field: 'period', value: '2020-09-01 – 2020-08-31' }]
		],
		['a step that is none', 'by=decade', [{ field: 'by', value: 'decade' }]],
		['classes that are none', 'classes=rainbow', [{ field: 'classes', value: 'rainbow' }]],
		['limits that fall', 'classes=9,1', [{ field: 'classes', value: '9,1' }]],
		['a smoothing that is none', 'smooth=kriging', [{ field: 'smooth', value: 'kriging' }]],
		['a profile of a place that is none', 'at=99', [{ field: 'at', value: '99' }]],
		['a profile of no place', 'at=', [{ field: 'at', value: '' }]],
		['a comparison that is none', 'against=decade', [{ field: 'against', value: 'decade' }]],
		[
			'a comparison with a place that is none',
			'against=area:nowhere',
			[{ field: 'against', value: 'area:nowhere' }]
		],
		['a facet that is none', 'in.colour=red', [{ field: 'pick', value: 'in.colour' }]],
		['a value that is none', 'not.outcome=gone,open', [{ field: 'pick', value: 'gone' }]],
		[
			'a facet picked twice',
			'in.outcome=open&not.outcome=resolved',
			[{ field: 'pick', value: 'resolved' }]
		],
		[
			'names that objects have',
			'in.__proto__=x&in.constructor=y',
			[
				{ field: 'pick', value: 'in.__proto__' },
				{ field: 'pick', value: 'in.constructor' }
			]
		]
	])('says what it could not understand: %s', (_, link, notices) => {
		expect(parse(link).notices).toEqual(notices);
	});

	it('is understood or replaced, never broken, whatever a link says', () => {
		const name = fc.oneof(
			fc.constantFrom('from', 'to', 'by', 'type', 'area', 'level', 'in.type', 'not.outcome', 'in.'),
			fc.constantFrom('classes', 'smooth', 'show', 'against', 'at'),
			fc.string().map((text) => `in.${text}`),
			fc.string()
		);
		fc.assert(
			fc.property(fc.array(fc.tuple(name, fc.string({ unit: 'binary' }))), (pairs) => {
				const { cut, notices } = parseCut(dataset, new URLSearchParams(pairs));
				expect(notices.length).toBeLessThanOrEqual(5);
				expect(cut.span.first).toBeLessThanOrEqual(cut.span.last);
				expect(parse(formatCut(dataset, cut).toString())).toEqual({ cut, notices: [] });
			}),
			{ ...fixed, numRuns: 60 }
		);
	});

	it('loses a pick that has no values left', () => {
		const picked = withPick(openingCut(dataset), 'outcome', { codes: ['open'], isExcluded: true });
		expect(Object.keys(picked.picks)).toEqual(['outcome']);
		expect(withPick(picked, 'outcome', { codes: [], isExcluded: true }).picks).toEqual({});
		expect(withPick(picked, 'outcome', undefined).picks).toEqual({});
	});
});
