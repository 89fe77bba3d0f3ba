import { beforeAll, describe, expect, it } from 'vitest';
import { bookedOn, type BookCase } from '#cli/demo-city/books/book-case.ts';
import { asOf, monthOf, weekOf } from '#cli/demo-city/books/dates.ts';
import { sampleCases, sampleCity, sampleSilence } from '#cli/demo-city/books/sample-city.ts';
import { zone } from '#cli/demo-city/books/zone.ts';
import { filingsOf, type FilingRow } from './filings.ts';

const city = sampleCity();
let cases: BookCase[];
let filings: FilingRow[];

beforeAll(() => {
	cases = sampleCases(city);
	filings = filingsOf(6, city, cases, sampleSilence);
});

function of(unit: string): FilingRow[] {
	return filings.filter((row) => row.unit === unit);
}

function share(kind: FilingRow['kind']): number {
	return filings.filter((row) => row.kind === kind).length / filings.length;
}

describe('filings', () => {
	it('stand for every unit and every period once, a return sent back twice', () => {
		const first = filings.filter(({ revision }) => revision === '');
		expect(first).toHaveLength(481 * 35 + 60 * 56 + 6 * 56);
		expect(new Set(first.map(({ unit, period }) => `${unit} ${period}`)).size).toBe(first.length);
		const wrong = filings.filter((row, index) => {
			const before = filings[index - 1];
			const isAgain = before?.unit === row.unit && before.period === row.period;
			if (!isAgain) return row.revision !== '';
			const isInOrder = before.kind === 'returned' && before.filed_on < row.filed_on;
			return row.revision !== 2 || !isInOrder;
		});
		expect(wrong).toEqual([]);
		const replaced = filings.filter((_, index) => filings[index + 1]?.revision === 2);
		expect(replaced).toEqual(filings.filter(({ kind }) => kind === 'returned'));
	});

	it.each([
		['990101000000', '2014-01', '2014-02-05'],
		[zone.code, '2017-12', '2018-01-05'],
		['990101001000', '2018-07', '2018-08-02'],
		['990101001001', '2018-W01', '2018-01-08'],
		['990101001001', '2018-W35', '2018-09-03']
	])('of %s for %s are due on %s', (unit, period, due) => {
		expect(of(unit).find((row) => row.period === period)?.due).toBe(due);
	});

	it('are late after their day only, missing without a day, and never from the future', () => {
		const wrong = filings.filter(({ due, filed_on, kind, revision }) => {
			const isLate = filed_on > due && revision === '';
			return (
				(filed_on === '') !== (kind === 'missing') ||
				filed_on > asOf ||
				isLate !== (kind === 'late')
			);
		});
		expect(wrong).toEqual([]);
	});

	it('are nil exactly where the unit had no case', () => {
		const zoned = new Set(city.homes.filter(({ inZone }) => inZone).map(({ code }) => code));
		const filled = new Set(
			cases.flatMap((each) => {
				const date = bookedOn(each);
				const { area } = each;
				const month = monthOf(date);
				const isInZone = zoned.has(area);
				return [
					`${area} ${weekOf(date)}`,
					`${area.slice(0, 9)}000 ${month}`,
					`${area.slice(0, 6)}000000 ${month}`,
					isInZone ? `${zone.code} ${month}` : ''
				];
			})
		);
		const wrong = filings.filter(({ unit, period, kind }) => {
			const isFilled = filled.has(`${unit} ${period}`);
			return (kind === 'nil' && isFilled) || (kind === 'filed' && !isFilled);
		});
		expect(wrong).toEqual([]);
	});

	it('are mostly in order: some late, few sent back, few missing', () => {
		expect(share('late')).toBeGreaterThan(0.02);
		expect(share('late')).toBeLessThan(0.04);
		expect(share('returned')).toBeCloseTo(0.005, 2);
		expect(share('missing')).toBeCloseTo(0.007, 2);
	});
});

describe('the two villages of the planted silence', () => {
	const weeks = ['26', '27', '28', '29', '30', '31', '32', '33', '34'].map((n) => `2018-W${n}`);

	it('file nothing, and nil, in each of the nine weeks', () => {
		const inWeeks = (unit: string) => of(unit).filter(({ period }) => weeks.includes(period));
		expect(inWeeks(sampleSilence.silentVillage).map(({ kind }) => kind)).toEqual(
			weeks.map(() => 'missing')
		);
		expect(inWeeks(sampleSilence.nilVillage).map(({ kind }) => kind)).toEqual(
			weeks.map(() => 'nil')
		);
	});

	it('file in time in every other week', () => {
		for (const unit of [sampleSilence.silentVillage, sampleSilence.nilVillage]) {
			const others = of(unit).filter(({ period }) => !weeks.includes(period));
			expect(others).toHaveLength(26);
			expect(others.filter(({ kind }) => kind !== 'nil' && kind !== 'filed')).toEqual([]);
		}
	});

	it.each(['silentVillage', 'nilVillage'] as const)(
		'must have no case then, or the plant is broken: %s',
		(which) => {
			const stray = {
				...sampleCases(city)[0],
				opened_on: '2018-07-04',
				area: sampleSilence[which]
			};
			expect(() => filingsOf(6, city, [stray as BookCase], sampleSilence)).toThrow(/has cases in/);
		}
	);
});
