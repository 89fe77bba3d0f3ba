import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areasAt, levelsBelow, type AreaTree } from './area.ts';
import { makeHierarchy } from './hierarchy.ts';
import { smallDataset } from './small-dataset.ts';

const fixed = { seed: 42 };
const { areas } = smallDataset();

/** Random trees with any level at any node: the functions must not assume that levels are even. */
const trees = fc
	.array(fc.tuple(fc.nat(), fc.nat({ max: 3 })), { minLength: 1, maxLength: 40 })
	.map((picks): AreaTree => {
		const nodes = picks.map(([pick], i) => {
			const up = pick % (i + 1);
			const name = { zh: 'x', en: 'x' };
			return { code: `n${i}`, parent: up === i ? undefined : `n${up}`, name };
		});
		const { tree, order } = makeHierarchy(nodes);
		return {
			...tree,
			level: Uint8Array.from(order, (given) => picks[given]?.[1] ?? 0),
			population: new Float64Array(order.length)
		};
	});

const treesWithScope = trees.chain((tree) =>
	fc.record({ tree: fc.constant(tree), scope: fc.nat({ max: tree.codes.length - 1 }) })
);

function isWithin(tree: AreaTree, at: number, scope: number): boolean {
	return at === scope || (at >= 0 && isWithin(tree, tree.parent[at] ?? -1, scope));
}

describe('the areas of a level inside an area', () => {
	it.each([
		['the counties of the city', 1, '00', ['10', '20', '30', '40']],
		['the villages of the city', 0, '00', ['11', '12', '21', '41', '42']],
		['the villages of a county', 0, '40', ['41', '42']],
		['a county in itself', 1, '20', ['20']],
		['the villages of a county without any', 0, '30', []],
		['the counties of a village', 1, '11', []],
		['a village in itself', 0, '42', ['42']],
		['a level that does not exist', 7, '00', []]
	])('are %s', (_, level, scope, expected) => {
		const found = areasAt(areas, level, areas.position.get(scope) ?? NaN);
		expect(found.map((at) => areas.codes[at])).toEqual(expected);
	});

	it('are those whose chain of parents leads to it', () => {
		fc.assert(
			fc.property(treesWithScope, fc.nat({ max: 3 }), ({ tree, scope }, level) => {
				const expected = [...tree.codes.keys()].filter(
					(at) => tree.level[at] === level && isWithin(tree, at, scope)
				);
				expect(areasAt(tree, level, scope)).toEqual(expected);
			}),
			fixed
		);
	});
});

describe('the levels below an area', () => {
	it.each([
		['of the city are counties and villages', '00', [1, 0]],
		['of a county are villages', '10', [0]],
		['of a county without villages are none', '30', []],
		['of a village are none', '21', []]
	])('%s', (_, scope, expected) => {
		expect(levelsBelow(areas, areas.position.get(scope) ?? NaN)).toEqual(expected);
	});

	it('are those of its descendants without itself, coarsest first', () => {
		fc.assert(
			fc.property(treesWithScope, ({ tree, scope }) => {
				const below = [...tree.codes.keys()].filter(
					(at) => at !== scope && isWithin(tree, at, scope)
				);
				const present = [3, 2, 1, 0].filter((level) =>
					below.some((at) => tree.level[at] === level)
				);
				expect(levelsBelow(tree, scope)).toEqual(present);
			}),
			fixed
		);
	});
});
