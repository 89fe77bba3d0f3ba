import { describe, expect, it } from 'vitest';
import { emptyCaseTable } from '#lib/ingest/case-table.ts';
import { manyCases } from './many-cases.ts';

function smallTable(rows: number) {
	const table = emptyCaseTable(rows, ['type', 'handled_level'], ['due'], ['yuan']);
	for (let i = 0; i < rows; i++) {
		table.openedOn[i] = 100 + i;
		table.area[i] = i;
		for (const column of Object.values(table.codes)) column[i] = i;
		for (const column of Object.values(table.numbers)) column[i] = i / 2;
	}
	return table;
}

describe('many cases made from a few', () => {
	it('begin with each case itself and stay in the order of their days', () => {
		const { openedOn, codes, numbers } = manyCases(smallTable(3), 7, 0, 7);
		expect([...openedOn]).toEqual([100, 100, 100, 101, 101, 102, 102]);
		expect([...(codes['type'] ?? [])]).toEqual([0, 0, 0, 1, 1, 2, 2]);
		expect([...(numbers['yuan'] ?? [])]).toEqual([0, 0, 0, 0.5, 0.5, 1, 1]);
	});

	it('give each copy the place of another case', () => {
		// 691 cases further, of 3, is one case further.
		const { area, codes } = manyCases(smallTable(3), 6, 0, 6);
		expect([...area]).toEqual([0, 1, 1, 2, 2, 0]);
		expect([...(codes['handled_level'] ?? [])]).toEqual([...area]);
	});

	it('may be fewer: then they are spread over all days', () => {
		expect([...manyCases(smallTable(10), 4, 0, 4).openedOn]).toEqual([100, 102, 105, 107]);
	});

	it('are the same in one piece or in several', () => {
		const table = smallTable(5);
		const pieces = [manyCases(table, 23, 0, 9), manyCases(table, 23, 9, 23)];
		const whole = manyCases(table, 23, 0, 23);
		expect(pieces.flatMap(({ area }) => [...area])).toEqual([...whole.area]);
		expect(pieces.flatMap(({ openedOn }) => [...openedOn])).toEqual([...whole.openedOn]);
	});

	it('cannot be made from none', () => {
		expect(() => manyCases(smallTable(0), 5, 0, 5)).toThrow(RangeError);
	});
});
