import { describe, expect, it } from 'vitest';
import { emptyCaseTable, inOrder, MISSING, type CaseTable } from './case-table.ts';

/** Three cases, with the numbers 0, 1, 2 in every column. */
function three(): CaseTable {
	const table = emptyCaseTable(3, ['type']);
	const { area, openedOn, dueOn, closedOn, people, closedBeforeOpened, lon, lat, codes } = table;
	const columns = [area, openedOn, dueOn, closedOn, people, lon, lat, closedBeforeOpened];
	for (const column of columns) column.set([0, 1, 2]);
	codes['type']?.set([0, 1, 2]);
	return table;
}

function columnsOf(table: CaseTable): number[][] {
	const { area, openedOn, dueOn, closedOn, people, closedBeforeOpened, lon, lat, codes } = table;
	const columns = [area, openedOn, dueOn, closedOn, people, lon, lat, closedBeforeOpened];
	return [...columns, ...Object.values(codes)].map((column) => [...column]);
}

describe('a table of cases', () => {
	it('begins with nothing known of any case', () => {
		const table = emptyCaseTable(2, ['type', 'channel']);
		expect(Object.keys(table.codes)).toEqual(['type', 'channel']);
		expect([...(table.codes['type'] ?? [])]).toEqual([MISSING, MISSING]);
		expect([...table.area, ...table.openedOn, ...table.dueOn, ...table.people]).toEqual(
			new Array(8).fill(MISSING)
		);
		expect([...table.lon, ...table.lat]).toEqual([NaN, NaN, NaN, NaN]);
		expect([...table.closedBeforeOpened]).toEqual([0, 0]);
	});

	it.each([[[2, 0, 1]], [[1]], [[]], [[0, 0, 2]]])(
		'in the order %j has it in every column',
		(order) => {
			const ordered = inOrder(three(), Int32Array.from(order));
			expect(ordered.rows).toBe(order.length);
			expect(columnsOf(ordered)).toEqual(columnsOf(three()).map(() => order));
		}
	);

	it('in an order that names a row it does not have, knows nothing of it', () => {
		const ordered = inOrder(three(), Int32Array.from([3]));
		expect([ordered.area[0], ordered.lon[0], ordered.codes['type']?.[0]]).toEqual([
			MISSING,
			NaN,
			MISSING
		]);
	});
});
