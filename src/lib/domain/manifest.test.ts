import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ManifestSchema, type Manifest } from './manifest.ts';
import { smallIndex } from './small-dataset.ts';

const valid = (): Manifest => smallIndex().manifest;
const tally = (i: number) => ({ id: `t${String(i)}`, name: { zh: '数', en: 'N' }, where: {} });

describe('a manifest', () => {
	it('is taken whole as it is written', () => {
		expect(v.parse(ManifestSchema, valid())).toEqual(valid());
	});

	it.each(Object.keys(valid()))('is refused without its %s', (field) => {
		const rest = Object.fromEntries(Object.entries(valid()).filter(([name]) => name !== field));
		expect(v.is(ManifestSchema, rest)).toBe(false);
	});

	it.each<[string, Record<string, unknown>]>([
		['another format', { format: 2 }],
		['an id that is a path', { id: '../other' }],
		['an id with a capital', { id: 'Boston' }],
		['an empty title', { title: { zh: '', en: 'City' } }],
		['a title in one language', { title: { zh: '市' } }],
		['no word on whether it is invented', { synthetic: 'yes' }],
		['a period of months', { period: { from: '2020-01', to: '2020-12' } }],
		['a day in another order', { as_of: '31.12.2020' }],
		['a 13th month', { as_of: '2020-13-01' }],
		['a 31st of February', { as_of: '2020-02-31' }],
		['a year of the third century', { as_of: '0218-02-01' }],
		['a time zone of another age', { timeZone: 'Peking' }],
		['a field that nobody knows', { titel: { zh: '市', en: 'City' } }],
		['no level', { levels: [] }],
		['no tally', { tallies: [] }],
		['more than 31 tallies', { tallies: Array.from({ length: 32 }, (_, i) => tally(i)) }],
		['no indicator', { indicators: [] }],
		['an opening that is no month', { opening: { ...valid().opening, from: '2020-00' } }],
		['an opening that is a day', { opening: { ...valid().opening, to: '2020-12-31' } }],
		['an unknown rule for points', { points: { keep: 'some' } }],
		['a caveat in one language', { caveats: [{ en: 'Careful.' }] }],
		[
			'a code without a name',
			{ codeLists: { type: { name: { zh: '类', en: 'T' }, codes: [{ code: 'a' }] } } }
		]
	])('is refused with %s', (_, part) => {
		expect(v.is(ManifestSchema, { ...valid(), ...part })).toBe(false);
	});

	it.each(['01', '09', '10', '11', '12'])('may open with month %s', (month) => {
		const opening = { ...valid().opening, from: `2020-${month}`, to: `2021-${month}` };
		expect(v.is(ManifestSchema, { ...valid(), opening })).toBe(true);
	});

	it.each(['00', '13', '1', '20'])('may not open with month %s', (month) => {
		expect(
			v.is(ManifestSchema, { ...valid(), opening: { ...valid().opening, to: `2020-${month}` } })
		).toBe(false);
	});

	it('may have one level, one tally, one indicator', () => {
		const { levels, tallies, indicators } = valid();
		const least = {
			...valid(),
			levels: levels.slice(0, 1),
			tallies: tallies.slice(0, 1),
			indicators: indicators.slice(0, 1)
		};
		expect(v.parse(ManifestSchema, least)).toEqual(least);
	});

	it('names the field that is wrong', () => {
		const [count, share] = valid().indicators;
		const { denominator, ...withoutDenominator } = share as Extract<
			typeof share,
			{ kind: 'share' }
		>;
		expect(denominator).toBe('handled');
		const result = v.safeParse(ManifestSchema, {
			...valid(),
			indicators: [count, withoutDenominator]
		});
		expect(result.issues?.map((issue) => v.getDotPath(issue))).toEqual([
			'indicators.1.denominator'
		]);
	});
});
