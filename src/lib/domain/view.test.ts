import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelsBelow } from './area.ts';
import { monthNumber } from './period.ts';
import { smallDataset } from './small-dataset.ts';
import {
	formatView,
	levelInside,
	monthsOf,
	openingView,
	parseView,
	SORTS,
	type View
} from './view.ts';

const fixed = { seed: 42 };
const dataset = smallDataset();
const { areas, codes, index } = dataset;
const months = monthsOf(dataset);
const typeCodes = codes['type']?.codes ?? [];
const levelIds = index.manifest.levels.map(({ id }) => id);
const indicatorIds = index.manifest.indicators.map(({ id }) => id);

/** Levels that can be drawn in an area: those below it, or its own where nothing is below. */
function levelsIn(area: string): string[] {
	const at = areas.position.get(area) ?? NaN;
	const below = levelsBelow(areas, at);
	return (below.length > 0 ? below : [areas.level[at] ?? NaN]).map(
		(level) => levelIds[level] ?? ''
	);
}

const validViews: fc.Arbitrary<View> = fc.constantFrom(...areas.codes).chain((area) =>
	fc
		.record({
			level: fc.constantFrom(...levelsIn(area)),
			period: fc.tuple(fc.constantFrom(...months), fc.constantFrom(...months)),
			types: fc.shuffledSubarray([...typeCodes]),
			indicator: fc.constantFrom(...indicatorIds),
			sort: fc.constantFrom(...SORTS),
			ascending: fc.boolean()
		})
		.map(({ period, ...rest }) => {
			const [from = '', to = ''] = [...period].sort();
			return { area, from, to, ...rest };
		})
);

/** Everything that makes a View usable without asking again. */
function expectValid(view: View): void {
	expect(areas.codes).toContain(view.area);
	expect(levelsIn(view.area)).toContain(view.level);
	expect(months).toContain(view.from);
	expect(months).toContain(view.to);
	expect(view.from <= view.to).toBe(true);
	expect(new Set(view.types).size).toBe(view.types.length);
	for (const code of view.types) expect(typeCodes).toContain(code);
	expect(indicatorIds).toContain(view.indicator);
	expect(SORTS).toContain(view.sort);
	expect(typeof view.ascending).toBe('boolean');
	expect(Object.keys(view).sort()).toEqual(
		['area', 'ascending', 'from', 'indicator', 'level', 'sort', 'to', 'types'] // nothing else
	);
}

const read = (query: string) => parseView(dataset, new URLSearchParams(query));

describe('the view that opens', () => {
	it('is what the manifest says, of the whole city and all types', () => {
		expect(openingView(dataset)).toEqual({
			area: '00',
			level: 'county',
			from: '2020-07',
			to: '2020-12',
			types: [],
			indicator: 'rate',
			sort: 'value',
			ascending: false
		});
		expectValid(openingView(dataset));
	});

	it('is read from an empty link without a word, and written as one', () => {
		expect(read('')).toEqual({ view: openingView(dataset), notices: [] });
		expect(formatView(dataset, openingView(dataset)).toString()).toBe('');
	});
});

describe('the level that is drawn in an area', () => {
	it.each([
		['the opening level in the whole city', '00', 'county'],
		['the next finer one in a county', '10', 'village'],
		['its own in a village', '42', 'village'],
		['its own in a county without villages', '30', 'county'],
		['the opening level where the area is unknown', '99', 'county']
	])('is %s', (_, area, level) => {
		expect(levelInside(dataset, area)).toBe(level);
	});
});

describe('the months of a dataset', () => {
	it('go from its first to its last, without a gap', () => {
		expect(months[0]).toBe('2020-03');
		expect(months.at(-1)).toBe('2021-06');
		expect(months).toHaveLength(16);
		months.forEach((month, i) => expect(monthNumber(month)).toBe(2020 * 12 + 2 + i));
	});
});

describe('a link', () => {
	it.each<[string, Partial<View>]>([
		['area=40', { area: '40', level: 'village' }],
		['area=30', { area: '30', level: 'county' }],
		['level=village', { level: 'village' }],
		['area=10&level=village', { area: '10', level: 'village' }],
		['from=2020-03&to=2021-06', { from: '2020-03', to: '2021-06' }],
		['from=2020-08', { from: '2020-08' }],
		['from=2020-12&to=2020-12', { from: '2020-12', to: '2020-12' }],
		['type=family', { types: ['family'] }],
		['type=family,land_use', { types: ['family', 'land_use'] }],
		['type=land_use,family', { types: ['land_use', 'family'] }],
		['type=family,family,,family', { types: ['family'] }],
		['type=07.1', { types: ['07.1'] }],
		['type=%E9%82%BB%E9%87%8C%20%26%20%E7%9B%B8%E9%82%BB%E6%9D%83', { types: ['邻里 & 相邻权'] }],
		['type=', {}],
		['show=success', { indicator: 'success' }],
		['sort=name', { sort: 'name', ascending: true }],
		['sort=-name', { sort: 'name', ascending: false }],
		['sort=-value', {}],
		['sort=value', { ascending: true }],
		['area=10&area=20', { area: '10', level: 'village' }],
		['lang=en&theme=dark&d=small&nonsense=1', {}]
	])('%s is understood in full', (query, expected) => {
		expect(read(query)).toEqual({
			view: { ...openingView(dataset), ...expected },
			notices: []
		});
	});

	it.each<[string, { field: string; value: string }[]]>([
		['area=99', [{ field: 'area', value: '99' }]],
		['area=', [{ field: 'area', value: '' }]],
		['area=constructor', [{ field: 'area', value: 'constructor' }]],
		['level=ward', [{ field: 'level', value: 'ward' }]],
		['level=city', [{ field: 'level', value: 'city' }]],
		['from=2020-02', [{ field: 'from', value: '2020-02' }]],
		['from=2020-13', [{ field: 'from', value: '2020-13' }]],
		['to=2021-07', [{ field: 'to', value: '2021-07' }]],
		['to=2020', [{ field: 'to', value: '2020' }]],
		['from=2021-01&to=2020-09', [{ field: 'period', value: '2021-01 – 2020-09' }]],
		['from=2021-01', [{ field: 'period', value: '2021-01 – 2020-12' }]],
		['type=nothing', [{ field: 'type', value: 'nothing' }]],
		['type=__proto__', [{ field: 'type', value: '__proto__' }]],
		['show=speed', [{ field: 'show', value: 'speed' }]],
		['show=toString', [{ field: 'show', value: 'toString' }]],
		['sort=size', [{ field: 'sort', value: 'size' }]],
		['sort=--name', [{ field: 'sort', value: '--name' }]],
		['sort=-', [{ field: 'sort', value: '-' }]],
		[
			'area=99&show=speed',
			[
				{ field: 'area', value: '99' },
				{ field: 'show', value: 'speed' }
			]
		]
	])('%s opens the opening view and says what was wrong', (query, notices) => {
		expect(read(query)).toEqual({ view: openingView(dataset), notices });
	});

	it('keeps the parts that are right beside one that is wrong', () => {
		const { view, notices } = read('area=40&level=county&show=success&type=family,nothing');
		expect(view).toMatchObject({
			area: '40',
			level: 'village',
			indicator: 'success',
			types: ['family']
		});
		expect(notices).toEqual([
			{ field: 'level', value: 'county' },
			{ field: 'type', value: 'nothing' }
		]);
	});

	it('repeats at most 40 characters of a value', () => {
		const { notices } = read(`area=${'x'.repeat(5000)}&type=${'y'.repeat(5000)}`);
		expect(notices).toEqual([
			{ field: 'area', value: 'x'.repeat(40) },
			{ field: 'type', value: 'y'.repeat(40) }
		]);
	});

	it('speaks of at most five faults', () => {
		expect(
			read(`type=${Array.from({ length: 100 }, (_, i) => `t${i}`).join(',')}`).notices
		).toEqual(['t0', 't1', 't2', 't3', 't4'].map((value) => ({ field: 'type', value })));
	});
});

describe('a view', () => {
	it.each<[Partial<View>, string]>([
		[{ area: '40', level: 'village' }, 'area=40'],
		[{ level: 'village' }, 'level=village'],
		[{ from: '2020-03' }, 'from=2020-03'],
		[{ to: '2021-06' }, 'to=2021-06'],
		[{ types: ['family', '07.1'] }, 'type=family%2C07.1'],
		[{ indicator: 'cases' }, 'show=cases'],
		[{ sort: 'name' }, 'sort=-name'],
		[{ ascending: true }, 'sort=value']
	])('%j is written as %s', (part, query) => {
		expect(formatView(dataset, { ...openingView(dataset), ...part }).toString()).toBe(query);
	});

	it('is written in one order, whatever the order of the link that it came from', () => {
		const query = 'area=10&from=2020-03&to=2021-06&type=land&show=cases&sort=name';
		const shuffled = query.split('&').reverse().join('&');
		expect(formatView(dataset, read(shuffled).view).toString()).toBe(query);
	});

	it('is read again as it was, from the text of its link', () => {
		fc.assert(
			fc.property(validViews, (view) => {
				const link = formatView(dataset, view).toString();
				expect(read(link)).toEqual({ view, notices: [] });
			}),
			{ ...fixed, numRuns: 1000 }
		);
	});

	it('has one link: two views that differ are written differently', () => {
		fc.assert(
			fc.property(validViews, validViews, (a, b) => {
				const areSame = JSON.stringify({ ...a }) === JSON.stringify({ ...b });
				const [linkA, linkB] = [a, b].map((view) => formatView(dataset, view).toString());
				expect(linkA === linkB).toBe(areSame);
			}),
			{ ...fixed, numRuns: 300 }
		);
	});
});

describe('a hostile link', () => {
	const hostile = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.string({ unit: 'grapheme', maxLength: 20 }),
		fc.constantFrom(
			'',
			' ',
			',',
			',,,,',
			'-',
			'0',
			'-1',
			'NaN',
			'null',
			'undefined',
			'__proto__',
			'constructor',
			'toString',
			'hasOwnProperty',
			'<script>alert(1)</script>',
			'"><img src=x onerror=alert(1)>',
			"'; DROP TABLE cases; --",
			'1 OR 1=1',
			'../../etc/passwd',
			'%00',
			'\u0000',
			'\u202E',
			'\uD800',
			'👨‍👩‍👧‍👦'.repeat(20),
			'💥'.repeat(50_000),
			'x'.repeat(200_000),
			'9'.repeat(400),
			'2020-99',
			'20200-01',
			'-2020-01',
			'2020-07-01'
		),
		// Right words, so that hostile ones stand beside and inside a link that is right.
		fc.constantFrom(
			...areas.codes,
			...levelIds,
			...months,
			...typeCodes,
			...indicatorIds,
			...SORTS
		),
		fc
			.array(fc.constantFrom(...typeCodes, 'nothing', '__proto__', '💥', ''), { maxLength: 12 })
			.map((list) => list.join(','))
	);
	const names = fc.oneof(
		{
			weight: 6,
			arbitrary: fc.constantFrom('area', 'level', 'from', 'to', 'type', 'show', 'sort')
		},
		{
			weight: 1,
			arbitrary: fc.constantFrom('__proto__', 'constructor', 'period', 'd', 'lang', '')
		},
		{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 10 }) }
	);
	const params = fc
		.array(fc.tuple(names, hostile), { maxLength: 12 })
		.map((pairs) => new URLSearchParams(pairs));

	it('never throws and always gives a view that can be shown', () => {
		fc.assert(
			fc.property(params, (link) => {
				const { view, notices } = parseView(dataset, link);
				expectValid(view);
				expect(notices.length).toBeLessThanOrEqual(5);
				for (const { value } of notices) expect(value.length).toBeLessThanOrEqual(40);
			}),
			{ ...fixed, numRuns: 2000 }
		);
	});

	it('gives a view whose own link is understood in full', () => {
		fc.assert(
			fc.property(params, (link) => {
				const { view } = parseView(dataset, link);
				expect(read(formatView(dataset, view).toString())).toEqual({ view, notices: [] });
			}),
			{ ...fixed, numRuns: 1000 }
		);
	});

	it('leaves the objects of JavaScript as they are', () => {
		read('__proto__=polluted&constructor=polluted&type=__proto__&area=__proto__');
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
		expect(Object.keys(Object.prototype)).toEqual([]);
	});

	it('may be as long as a megabyte', () => {
		const types = Array.from({ length: 200_000 }, (_, i) => `t${i}`).join(',');
		const { view, notices } = parseView(dataset, new URLSearchParams([['type', types]]));
		expect(view).toEqual(openingView(dataset));
		expect(notices).toHaveLength(5);
	});
});
