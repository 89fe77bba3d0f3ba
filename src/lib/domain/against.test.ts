import { describe, expect, it } from 'vitest';
import { daysBefore, firstAgainst, formatAgainst, isInData, parseAgainst } from './against.ts';
import { dayOf, daysOf } from './calendar-steps.ts';
import { openingCut, withPick } from './cut.ts';
import { isoDay } from './period.ts';
import { smallDataset } from './small-dataset.ts';

const dataset = smallDataset();
const span = (first: string, last: string) => ({ first: dayOf(first), last: dayOf(last) });

describe('what a cut is compared with', () => {
	it.each(['year', 'before', 'area:10', 'type:land_use', 'type:-', 'type:邻里 & 相邻权'])(
		'is what its own words say: %s',
		(text) => {
			const against = parseAgainst(dataset, text);
			expect(against && formatAgainst(against)).toBe(text);
		}
	);

	it.each(['', 'Year', 'area:', 'area:99', 'type:', 'type:gone', 'type:constructor', 'at:10', 'x'])(
		'is nothing that does not exist: "%s"',
		(text) => {
			expect(parseAgainst(dataset, text)).toBeUndefined();
		}
	);

	it.each([
		['2018-01-01', '2018-08-31', 'year', '2017-01-01', '2017-08-31'],
		['2017-02-01', '2017-02-28', 'year', '2016-02-01', '2016-02-29'],
		['2016-02-29', '2016-03-10', 'year', '2015-02-28', '2015-03-10'],
		['2018-01-15', '2018-02-15', 'year', '2017-01-15', '2017-02-15'],
		['2018-01-01', '2018-08-31', 'before', '2017-05-01', '2017-12-31'],
		['2018-03-01', '2018-03-31', 'before', '2018-02-01', '2018-02-28'],
		['2018-03-10', '2018-03-12', 'before', '2018-03-07', '2018-03-09'],
		['2018-03-01', '2018-03-30', 'before', '2018-01-30', '2018-02-28']
	] as const)('days %s to %s, %s: %s to %s', (first, last, by, from, to) => {
		const before = daysBefore(span(first, last), by);
		expect([isoDay(before.first), isoDay(before.last)]).toEqual([from, to]);
	});

	it('must lie within the data with all of its days', () => {
		const all = daysOf(dataset);
		expect(isInData(dataset, all)).toBe(true);
		expect(isInData(dataset, { first: all.first - 1, last: all.last })).toBe(false);
		expect(isInData(dataset, { first: all.first, last: all.last + 1 })).toBe(false);
	});

	it('is first the area around, of the whole the first one in it; the first type that was not picked', () => {
		const cut = openingCut(dataset);
		expect(firstAgainst(dataset, cut, 'area')).toEqual({ by: 'area', code: '10' });
		expect(firstAgainst(dataset, { ...cut, area: '10' }, 'area')).toEqual({
			by: 'area',
			code: '00'
		});
		const picked = withPick(cut, 'area', { codes: ['11'], isExcluded: false });
		expect(firstAgainst(dataset, picked, 'area')).toEqual({ by: 'area', code: '10' });
		expect(firstAgainst(dataset, cut, 'type')).toEqual({ by: 'type', code: 'land' });
		const land = withPick(cut, 'type', { codes: ['land'], isExcluded: false });
		expect(firstAgainst(dataset, land, 'type')).toEqual({ by: 'type', code: 'family' });
	});
});
