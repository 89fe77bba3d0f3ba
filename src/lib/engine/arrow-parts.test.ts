import {
	Int32,
	makeData,
	RecordBatch,
	tableFromArrays,
	tableFromIPC,
	Table,
	tableToIPC
} from 'apache-arrow';
import { Field, Schema, Struct } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { arrowParts, joinedArrow } from './arrow-parts.ts';

/** A stream of a column `n` with one batch for each list. */
function streamOf(...batches: number[][]): Uint8Array {
	const fields = [new Field('n', new Int32(), true)];
	const made = batches.map((values) => {
		const child = makeData({ type: new Int32(), data: Int32Array.from(values) });
		const data = makeData({ type: new Struct(fields), length: values.length, children: [child] });
		return new RecordBatch(new Schema(fields), data);
	});
	return tableToIPC(new Table(made), 'stream');
}

const numbersOf = (stream: Uint8Array): number[] => [
	...((tableFromIPC(stream).getChild('n') ?? []) as Iterable<number>)
];

describe('an Arrow stream in parts', () => {
	it('has one batch in each, in order', () => {
		const parts = [...arrowParts(streamOf([1, 2, 3], [4], [5, 6]))];
		expect(parts.map(numbersOf)).toEqual([[1, 2, 3], [4], [5, 6]]);
	});

	it('is found wherever the stream lies in its buffer', () => {
		const stream = streamOf([1], [2]);
		const wide = new Uint8Array(stream.length + 24);
		wide.set(stream, 8);
		const parts = [...arrowParts(wide.subarray(8, 8 + stream.length))];
		expect(parts.map(numbersOf)).toEqual([[1], [2]]);
	});

	it.each<[string, Uint8Array]>([
		['one batch', streamOf([1, 2])],
		['dictionaries', tableToIPC(tableFromArrays({ text: ['a', 'b', 'a'] }), 'stream')],
		['no bytes', new Uint8Array()],
		['bytes that are no stream', Uint8Array.from({ length: 40 }, (_, i) => i)]
	])('comes whole: %s', (_, stream) => {
		expect([...arrowParts(stream)]).toEqual([stream]);
	});

	it('is joined again from its parts', () => {
		const stream = streamOf([1, 2, 3], [4]);
		const chunks = [...joinedArrow(arrowParts(stream))];
		expect(numbersOf(new Uint8Array(Buffer.concat(chunks)))).toEqual([1, 2, 3, 4]);
	});
});
