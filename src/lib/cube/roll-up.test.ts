import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHierarchy, type Hierarchy } from '#lib/domain/hierarchy.ts';
import { rollUp } from './roll-up.ts';

const fixed = { seed: 42 };

const treesWithCounts = fc
	.array(fc.tuple(fc.nat(), fc.nat({ max: 1_000_000 })), { maxLength: 60 })
	.map((picks) => {
		const nodes = picks.map(([pick], i) => {
			const up = pick % (i + 1);
			const name = { zh: 'x', en: 'x' };
			return { code: `n${i}`, parent: up === i ? undefined : `n${up}`, name };
		});
		return {
			tree: makeHierarchy(nodes).tree,
			counts: Uint32Array.from(picks, ([, count]) => count)
		};
	});

/** A node's own cases and those of each child, as a person would add them. */
function naiveSum(tree: Hierarchy, counts: Uint32Array, at: number): number {
	let sum = counts[at] ?? 0;
	tree.parent.forEach((parent, child) => {
		if (parent === at) sum += naiveSum(tree, counts, child);
	});
	return sum;
}

describe('rolling up', () => {
	it('adds villages to their county and counties to their city', () => {
		const end = Int32Array.of(6, 4, 3, 4, 6, 6);
		expect([...rollUp(Uint32Array.of(1, 10, 100, 200, 0, 1000), end)]).toEqual([
			1311, 310, 100, 200, 1000, 1000
		]);
	});

	it('of nothing is nothing', () => {
		expect(rollUp(new Uint32Array(0), new Int32Array(0))).toHaveLength(0);
	});

	it('is the recursive sum over the tree, at every node', () => {
		fc.assert(
			fc.property(treesWithCounts, ({ tree, counts }) => {
				const expected = tree.codes.map((_, at) => naiveSum(tree, counts, at));
				expect([...rollUp(counts, tree.end)]).toEqual(expected);
			}),
			{ ...fixed, numRuns: 300 }
		);
	});

	it('counts every case once in the roots', () => {
		fc.assert(
			fc.property(treesWithCounts, ({ tree, counts }) => {
				const sums = rollUp(counts, tree.end);
				const inRoots = sums.filter((_, at) => tree.parent[at] === -1);
				const total = (list: Uint32Array): number => list.reduce((sum, count) => sum + count, 0);
				expect(total(inRoots)).toBe(total(counts));
			}),
			fixed
		);
	});

	it('leaves the counts as they were', () => {
		const counts = Uint32Array.of(1, 2, 3);
		rollUp(counts, Int32Array.of(3, 2, 3));
		expect([...counts]).toEqual([1, 2, 3]);
	});
});
