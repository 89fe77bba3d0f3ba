import { expect, it } from 'vitest';
import type { Hierarchy } from '#lib/domain/hierarchy.ts';
import { emptyCaseTable } from '#lib/ingest/case-table.ts';
import { metTallies } from './met-tallies.ts';

function treeOf(...codes: string[]): Hierarchy {
	const parent = Int32Array.from(codes, () => -1);
	const end = Int32Array.from(codes, (_, i) => i + 1);
	const position = new Map(codes.map((code, i) => [code, i]));
	return { codes, names: [], parent, end, position };
}

const name = { zh: '', en: '' };

it('says of each case which tallies with conditions it counts for, one bit each', () => {
	const table = emptyCaseTable(4, ['outcome', 'spot']);
	table.codes['outcome']?.set([1, 1, 0]);
	table.codes['spot']?.set([0, 1, 0]);
	const trees = { outcome: treeOf('open', 'resolved'), spot: treeOf('yes', 'no') };
	const tallies = [
		{ id: 'handled', name, where: {} },
		{ id: 'resolved', name, where: { outcome: ['resolved'] } },
		{ id: 'both', name, where: { outcome: ['resolved'], spot: ['yes'] } },
		{ id: 'any', name, where: { spot: ['yes', 'no'] } }
	];
	// The last case states neither.
	expect([...metTallies(table, tallies, trees)]).toEqual([0b111, 0b101, 0b100, 0]);
});

it('counts no case for a code that no list has', () => {
	const table = emptyCaseTable(1, ['outcome']);
	const tallies = [{ id: 'lost', name, where: { outcome: ['lost'] } }];
	expect([...metTallies(table, tallies, { outcome: treeOf('open') })]).toEqual([0]);
});
