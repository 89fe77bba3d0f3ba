import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsIn, type Cube } from './cube.ts';
import { fold } from './fold.ts';

const fixed = { seed: 42 };

/** Cubes of one to four dimensions, some of them empty, with one or two tallies. */
const cubes: fc.Arbitrary<Cube> = fc
	.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 })
	.chain((sizes) => {
		const dimensions = sizes.map((size, i) => ({ name: `d${i}`, size }));
		const cells = cellsIn(dimensions);
		const counts = fc
			.array(fc.nat({ max: 100_000 }), { minLength: cells, maxLength: cells })
			.map((list) => Uint32Array.from(list));
		return fc.record({
			dimensions: fc.constant(dimensions),
			tallies: fc.oneof(fc.record({ a: counts }), fc.record({ a: counts, b: counts }))
		});
	});

const cubesWithAxis = cubes.chain((cube) =>
	fc.record({ cube: fc.constant(cube), axis: fc.nat({ max: cube.dimensions.length - 1 }) })
);

/** Every cell of a cube as [position in each dimension, count], by plain counting. */
function cellsOf(sizes: readonly number[], counts: Uint32Array): [number[], number][] {
	const cells: [number[], number][] = [];
	const visit = (before: number[]): void => {
		const size = sizes[before.length];
		if (size === undefined) cells.push([before, counts[cells.length] ?? NaN]);
		else for (let at = 0; at < size; at++) visit([...before, at]);
	};
	visit([]);
	return cells;
}

/** The fold, cell by cell: sums under the positions of the other dimensions. */
function naive(cube: Cube, axis: number, first: number, end: number): Record<string, number[]> {
	const sizes = cube.dimensions.map(({ size }) => size);
	const others = sizes.filter((_, i) => i !== axis);
	const empty = cellsOf(
		others,
		new Uint32Array(cellsIn(others.map((size) => ({ name: '', size }))))
	);
	return Object.fromEntries(
		Object.entries(cube.tallies).map(([tally, counts]) => {
			const sums = new Map(empty.map(([positions]) => [positions.join(), 0]));
			for (const [positions, count] of cellsOf(sizes, counts)) {
				const at = positions[axis] ?? NaN;
				const key = positions.filter((_, i) => i !== axis).join();
				if (at >= first && at < end) sums.set(key, (sums.get(key) ?? NaN) + count);
			}
			return [tally, [...sums.values()]];
		})
	);
}

const plain = (cube: Cube): Record<string, number[]> =>
	Object.fromEntries(Object.entries(cube.tallies).map(([tally, counts]) => [tally, [...counts]]));

/** 2 areas × 3 months. */
const small: Cube = {
	dimensions: [
		{ name: 'area', size: 2 },
		{ name: 'month', size: 3 }
	],
	tallies: { handled: Uint32Array.of(1, 2, 3, 10, 20, 30) }
};

describe('folding a dimension away', () => {
	it.each<[string, string, number | undefined, number | undefined, number[]]>([
		['all months', 'month', undefined, undefined, [6, 60]],
		['all areas', 'area', undefined, undefined, [11, 22, 33]],
		['the months from the second on', 'month', 1, undefined, [5, 50]],
		['the second month', 'month', 1, 2, [2, 20]],
		['an empty run', 'month', 1, 1, [0, 0]],
		['a run that ends before it begins', 'month', 2, 1, [0, 0]],
		['a run before the first month', 'month', -5, 0, [0, 0]],
		['a run behind the last month', 'month', 3, 9, [0, 0]],
		['a run that begins before the first month', 'month', -5, 2, [3, 30]],
		['a run that ends behind the last month', 'month', 1, 99, [5, 50]],
		['a run around all months', 'month', -99, 99, [6, 60]]
	])('sums %s', (_, name, first, end, expected) => {
		expect([...(fold(small, name, first, end).tallies['handled'] ?? [])]).toEqual(expected);
	});

	it('leaves the other dimensions, in their order', () => {
		expect(fold(small, 'area').dimensions).toEqual([{ name: 'month', size: 3 }]);
		const [cube] = fc.sample(cubes, { seed: 42, numRuns: 1 });
		expect(cube && fold(cube, 'd0').dimensions).toEqual(cube?.dimensions.slice(1));
	});

	it('of the last dimension leaves one cell', () => {
		const total = fold(fold(small, 'month'), 'area');
		expect(total.dimensions).toEqual([]);
		expect([...(total.tallies['handled'] ?? [])]).toEqual([66]);
	});

	it('refuses a dimension that the cube does not have', () => {
		expect(() => fold(small, 'type')).toThrow(RangeError);
	});

	it('leaves the cube as it was', () => {
		fold(small, 'month', 0, 1);
		expect(plain(small)).toEqual({ handled: [1, 2, 3, 10, 20, 30] });
		expect(small.dimensions).toHaveLength(2);
	});

	it('sums as nested loops do, along any dimension and over any run', () => {
		const ends = fc.integer({ min: -3, max: 9 });
		fc.assert(
			fc.property(cubesWithAxis, ends, ends, ({ cube, axis }, first, end) => {
				const folded = fold(cube, `d${axis}`, first, end);
				expect(plain(folded)).toEqual(naive(cube, axis, first, end));
				expect(folded.dimensions).toEqual(cube.dimensions.filter((_, i) => i !== axis));
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('sums the whole dimension where no run is given', () => {
		fc.assert(
			fc.property(cubesWithAxis, ({ cube, axis }) => {
				expect(plain(fold(cube, `d${axis}`))).toEqual(naive(cube, axis, 0, Infinity));
			}),
			fixed
		);
	});

	it('gives the same in either order of two dimensions', () => {
		fc.assert(
			fc.property(
				cubes.filter(({ dimensions }) => dimensions.length > 1),
				(cube) => {
					expect(fold(fold(cube, 'd0'), 'd1')).toEqual(fold(fold(cube, 'd1'), 'd0'));
				}
			),
			fixed
		);
	});

	it('of two runs side by side adds up to that of the whole', () => {
		fc.assert(
			fc.property(cubesWithAxis, fc.integer({ min: -1, max: 6 }), ({ cube, axis }, middle) => {
				const name = `d${axis}`;
				const [left, right] = [fold(cube, name, 0, middle), fold(cube, name, Math.max(0, middle))];
				const sums = Object.fromEntries(
					Object.entries(left.tallies).map(([tally, counts]) => [
						tally,
						[...counts].map((count, i) => count + (right.tallies[tally]?.[i] ?? NaN))
					])
				);
				expect(sums).toEqual(plain(fold(cube, name)));
			}),
			fixed
		);
	});
});
