import { describe, expect, it } from 'vitest';
import { TABLE_NAMES, TABLES, tablesNeeded } from './tables.ts';

describe('the tables beside the cases', () => {
	it.each(TABLE_NAMES)('%s stands after every table that it refers to', (name) => {
		const before = TABLE_NAMES.slice(0, TABLE_NAMES.indexOf(name));
		for (const needed of tablesNeeded(name)) expect(before).toContain(needed);
	});

	it.each(TABLE_NAMES)('%s names only columns of its own, of the kinds that are meant', (name) => {
		const spec = TABLES[name];
		const kindOf = (column: string): string => spec.columns[column]?.kind ?? 'no column';
		for (const column of spec.unique) expect(kindOf(column)).not.toBe('no column');
		for (const column of spec.inOrder?.flat() ?? []) expect(kindOf(column)).toBe('date');
		for (const column of spec.atMost?.flat() ?? []) expect(kindOf(column)).toBe('integer');
		for (const column of spec.together?.flat() ?? []) expect(kindOf(column)).not.toBe('no column');
		for (const column of Object.values(spec.active ?? {})) expect(kindOf(column)).toBe('date');
		if (spec.steps) expect(kindOf(spec.steps.from)).toBe('date');
		for (const column of spec.steps?.of ?? []) expect(kindOf(column)).not.toBe('no column');
	});

	it.each(['units', 'zones', 'organisations', 'duties'] as const)(
		'%s, which others refer to, are called by their first column, which is always filled',
		(name) => {
			const [first = ''] = Object.keys(TABLES[name].columns);
			expect(TABLES[name].unique).toEqual([first]);
			expect(TABLES[name].columns[first]?.required).toBe(true);
		}
	);

	it('hold no person: posts and counts only', () => {
		const columns = TABLE_NAMES.flatMap((name) => Object.keys(TABLES[name].columns));
		expect(
			columns.filter((column) => /person|party|identity|id_number|home|plate/.test(column))
		).toEqual([]);
	});
});
