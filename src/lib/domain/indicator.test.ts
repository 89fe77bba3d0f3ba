import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { IndicatorSchema, TallySchema } from './indicator.ts';

const text = { zh: '甲', en: 'A' };
const words = {
	id: 'some_id',
	name: text,
	unit: text,
	numerator: 'handled',
	direction: 'neither',
	basis: text,
	definition: text
};
const count = { ...words, kind: 'count' };
const share = { ...words, kind: 'share', denominator: 'handled', smallestDenominator: 10 };
const rate = {
	...words,
	kind: 'rate',
	denominator: 'population',
	per: 10_000,
	smallestDenominator: 100,
	smallestNumerator: 0
};
const complete: Record<string, Record<string, unknown>> = { count, share, rate };

/** Every field of every kind, one at a time. */
const fields = Object.entries(complete).flatMap(([kind, indicator]) =>
	Object.keys(indicator).map((field) => [kind, field] as const)
);

describe('an indicator', () => {
	it.each(Object.entries(complete))('of kind %s can be written down in full', (_, indicator) => {
		expect(v.parse(IndicatorSchema, indicator)).toEqual(indicator);
	});

	it.each(['share', 'rate'])('of kind %s cannot be parsed without its denominator', (kind) => {
		const { denominator, ...rest } = complete[kind] ?? {};
		expect(denominator).toBeDefined();
		const result = v.safeParse(IndicatorSchema, rest);
		expect(result.success).toBe(false);
		expect(result.issues?.map((issue) => v.getDotPath(issue))).toEqual(['denominator']);
	});

	it.each([
		['share', undefined],
		['share', null],
		['share', ''],
		['share', 7],
		['rate', undefined],
		['rate', null],
		['rate', ''],
		['rate', 'handled']
	])('of kind %s cannot have %j as its denominator', (kind, denominator) => {
		expect(v.is(IndicatorSchema, { ...complete[kind], denominator })).toBe(false);
	});

	it.each(fields)('of kind %s cannot be parsed without its %s', (kind, field) => {
		const { [field]: removed, ...rest } = complete[kind] ?? {};
		expect(removed).toBeDefined();
		expect(v.is(IndicatorSchema, rest)).toBe(false);
	});

	it('may have a target', () => {
		expect(v.parse(IndicatorSchema, { ...share, target: 0.95 })).toMatchObject({ target: 0.95 });
		expect(v.is(IndicatorSchema, { ...share, target: '95%' })).toBe(false);
	});

	it.each([
		['an unknown kind', { ...count, kind: 'index' }],
		['an unknown direction', { ...count, direction: 'up' }],
		['an id with a capital', { ...count, id: 'Cases' }],
		['an id that begins with a digit', { ...count, id: '1st' }],
		['an id with a hyphen', { ...count, id: 'a-b' }],
		['an id that JavaScript knows', { ...count, id: '__proto__' }],
		['a name in one language', { ...count, name: { zh: '甲' } }],
		['a smallest denominator of 0', { ...share, smallestDenominator: 0 }],
		['a smallest denominator that is not whole', { ...share, smallestDenominator: 9.5 }],
		['a smallest numerator below 0', { ...rate, smallestNumerator: -1 }],
		['a rate per 0', { ...rate, per: 0 }],
		['a rate per text', { ...rate, per: '10000' }]
	])('is refused with %s', (_, indicator) => {
		expect(v.is(IndicatorSchema, indicator)).toBe(false);
	});
});

describe('a tally', () => {
	it.each([
		['of every case', {}],
		['of one code of one column', { outcome: ['resolved'] }],
		['of several codes of two columns', { outcome: ['resolved', 'kept'], on_the_spot: ['yes'] }]
	])('can be %s', (_, where) => {
		const tally = { id: 'resolved', name: text, where };
		expect(v.parse(TallySchema, tally)).toEqual(tally);
	});

	it.each([
		['no code in a column', { outcome: [] }],
		['a code that is not in a list', { outcome: 'resolved' }],
		['a column name that is no id', { 'out come': ['resolved'] }],
		['a column name that would be SQL', { "outcome'; DROP TABLE cases; --": ['resolved'] }],
		['a code that is no text', { outcome: [1] }]
	])('is refused with %s', (_, where) => {
		expect(v.is(TallySchema, { id: 'resolved', name: text, where })).toBe(false);
	});
});
