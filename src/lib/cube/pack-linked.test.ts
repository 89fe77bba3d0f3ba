import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cube } from './cube.ts';
import { packLinked, unpackLinked } from './pack-linked.ts';

const cubes: fc.Arbitrary<Cube> = fc
	.array(fc.nat({ max: 2 ** 32 - 1 }), { maxLength: 6 })
	.map((counts) => ({
		dimensions: [{ name: 'month', size: counts.length }],
		tallies: { '*': Uint32Array.from(counts) }
	}));
const linked = fc.record({
	panels: fc
		.dictionary(fc.string({ minLength: 1 }), cubes, { maxKeys: 4 })
		.map((named) => new Map(Object.entries(named))),
	total: cubes
});

describe('packed linked counts', () => {
	it('unpack to what they were, whatever their panels are called', () => {
		fc.assert(
			fc.property(linked, (counts) => {
				expect(unpackLinked(packLinked(counts))).toEqual(counts);
			}),
			{ seed: 42 }
		);
	});

	it('that are cut off anywhere throw RangeError', () => {
		const counts = {
			panels: new Map([
				['day', { dimensions: [{ name: 'day', size: 2 }], tallies: { '*': Uint32Array.of(1, 2) } }]
			]),
			total: { dimensions: [], tallies: { '*': Uint32Array.of(3) } }
		};
		const bytes = packLinked(counts);
		for (let length = 0; length < bytes.length; length++) {
			expect(() => unpackLinked(bytes.slice(0, length)), String(length)).toThrow(RangeError);
		}
	});
});
