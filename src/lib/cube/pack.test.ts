import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsIn, type Cube } from './cube.ts';
import { packCube, unpackCube } from './pack.ts';

const fixed = { seed: 42 };

// A name that an object takes for its prototype cannot be a tally: ids are letters, digits and _.
const names = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((name) => name !== '__proto__');

const cubes: fc.Arbitrary<Cube> = fc
	.array(fc.record({ name: names, size: fc.integer({ min: 0, max: 6 }) }), { maxLength: 3 })
	.chain((dimensions) => {
		const cells = cellsIn(dimensions);
		const counts = fc
			.array(fc.integer({ min: 0, max: 0xffff_ffff }), { minLength: cells, maxLength: cells })
			.map((list) => Uint32Array.from(list));
		return fc.record({
			dimensions: fc.constant(dimensions),
			tallies: fc
				.uniqueArray(fc.tuple(names, counts), { selector: ([name]) => name, maxLength: 3 })
				.map((pairs) => Object.fromEntries(pairs))
		});
	});

const small: Cube = {
	dimensions: [
		{ name: 'area', size: 2 },
		{ name: 'month', size: 2 }
	],
	tallies: { handled: Uint32Array.of(1, 2, 3, 0xffff_ffff), resolved: Uint32Array.of(0, 1, 2, 256) }
};

describe('a packed cube', () => {
	it('is unpacked as it was', () => {
		fc.assert(
			fc.property(cubes, (cube) => {
				expect(unpackCube(packCube(cube))).toEqual(cube);
			}),
			{ ...fixed, numRuns: 300 }
		);
	});

	it('is unpacked wherever it begins in a buffer, even at an odd byte', () => {
		fc.assert(
			fc.property(cubes, fc.nat({ max: 9 }), fc.nat({ max: 9 }), (cube, before, behind) => {
				const packed = packCube(cube);
				const buffer = new Uint8Array(before + packed.length + behind).fill(0xff);
				buffer.set(packed, before);
				expect(unpackCube(buffer.subarray(before, before + packed.length))).toEqual(cube);
			}),
			fixed
		);
	});

	it('is a head padded to four bytes, then the counts as little-endian numbers', () => {
		const bytes = packCube(small);
		const view = new DataView(bytes.buffer);
		const head = view.getUint32(0, true);
		const text = new TextDecoder().decode(bytes.subarray(4, 4 + head));
		expect(head % 4).toBe(0);
		expect(text.trimEnd().length).toBeGreaterThan(head - 4);
		expect(JSON.parse(text)).toEqual({
			dimensions: small.dimensions,
			tallies: ['handled', 'resolved']
		});
		expect(bytes).toHaveLength(4 + head + 4 * 8);
		expect([...bytes.subarray(4 + head, 8 + head)]).toEqual([1, 0, 0, 0]);
		expect([...bytes.subarray(16 + head, 20 + head)]).toEqual([255, 255, 255, 255]);
		expect([...bytes.subarray(32 + head)]).toEqual([0, 1, 0, 0]);
	});

	it('of a view of a larger array holds that view only', () => {
		const large = Uint32Array.of(9, 9, 1, 2, 9);
		const cube: Cube = {
			dimensions: [{ name: 'area', size: 2 }],
			tallies: { handled: large.subarray(2, 4) }
		};
		expect([...(unpackCube(packCube(cube)).tallies['handled'] ?? [])]).toEqual([1, 2]);
	});

	it.each([
		['a byte missing', -1],
		['a count missing', -4],
		['all counts missing', -32],
		['a byte more', 1],
		['a count more', 4]
	])('is refused with %s', (_, change) => {
		const packed = packCube(small);
		const bytes = new Uint8Array(packed.length + change);
		bytes.set(packed.subarray(0, bytes.length));
		expect(() => unpackCube(bytes)).toThrow(RangeError);
	});

	it('is refused wherever it is cut off', () => {
		const packed = packCube(small);
		for (let length = 0; length < packed.length; length++) {
			expect(() => unpackCube(packed.slice(0, length)), String(length)).toThrow();
		}
	});
});
