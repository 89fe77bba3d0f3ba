import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeHierarchy, pathTo, runsOf, type Hierarchy, type Node } from './hierarchy.ts';

const fixed = { seed: 42 };

const node = (code: string, parent?: string): Node => ({
	code,
	parent,
	name: { zh: `${code}地`, en: `place ${code}` }
});

/** Random forests of up to 40 nodes, given in any order; each node lies under an older one or under none. */
const forests = fc.array(fc.nat(), { maxLength: 40 }).chain((picks) => {
	const nodes = picks.map((pick, i) => {
		const up = pick % (i + 1);
		return node(`n${i}`, up === i ? undefined : `n${up}`);
	});
	return fc.shuffledSubarray(nodes, { minLength: nodes.length, maxLength: nodes.length });
});

const forestsWithCodes = forests.chain((nodes) =>
	fc.record({
		nodes: fc.constant(nodes),
		codes: fc.array(fc.constantFrom(...nodes.map(({ code }) => code), 'unknown', '', '__proto__'), {
			maxLength: 8
		})
	})
);

/** A node and all below it, by asking every node for its ancestors. */
function subtreeOf(nodes: readonly Node[], code: string): Set<string> {
	const parents = new Map(nodes.map((one) => [one.code, one.parent]));
	const isInside = (at: string | undefined): boolean =>
		at !== undefined && (at === code || isInside(parents.get(at)));
	return new Set(nodes.map((one) => one.code).filter(isInside));
}

const codesIn = (tree: Hierarchy, first: number, end: number): Set<string> =>
	new Set(tree.codes.slice(first, end));

describe('a hierarchy', () => {
	it('lays a small tree out depth first, siblings in the order given', () => {
		const { tree, order } = makeHierarchy([
			node('village', 'county'),
			node('second', 'city'),
			node('city'),
			node('county', 'city'),
			node('hamlet', 'county'),
			node('other city')
		]);
		expect(tree.codes).toEqual(['city', 'second', 'county', 'village', 'hamlet', 'other city']);
		expect([...tree.parent]).toEqual([-1, 0, 0, 2, 2, -1]);
		expect([...tree.end]).toEqual([5, 2, 5, 4, 5, 6]);
		expect([...order]).toEqual([2, 1, 3, 0, 4, 5]);
		expect(tree.names[3]).toEqual({ zh: 'village地', en: 'place village' });
	});

	it('of nothing is empty', () => {
		const { tree, order } = makeHierarchy([]);
		expect(tree.codes).toEqual([]);
		expect(order).toHaveLength(0);
		expect(tree.position.size).toBe(0);
	});

	it('of a list without levels keeps its order, each node being its own subtree', () => {
		const { tree } = makeHierarchy([node('c'), node('a'), node('b')]);
		expect(tree.codes).toEqual(['c', 'a', 'b']);
		expect([...tree.parent]).toEqual([-1, -1, -1]);
		expect([...tree.end]).toEqual([1, 2, 3]);
	});

	it('has every subtree as one run of positions', () => {
		fc.assert(
			fc.property(forests, (nodes) => {
				const { tree } = makeHierarchy(nodes);
				tree.codes.forEach((code, at) => {
					expect(codesIn(tree, at, tree.end[at] ?? NaN)).toEqual(subtreeOf(nodes, code));
				});
			}),
			fixed
		);
	});

	it('has every node once, behind its parent, with its own name', () => {
		fc.assert(
			fc.property(forests, (nodes) => {
				const { tree, order } = makeHierarchy(nodes);
				expect([...tree.codes].sort()).toEqual(nodes.map(({ code }) => code).sort());
				tree.codes.forEach((code, at) => {
					const given = nodes[order[at] ?? -1];
					const up = tree.parent[at] ?? NaN;
					expect(given?.code).toBe(code);
					expect(tree.names[at]).toBe(given?.name);
					expect(tree.codes[up]).toBe(given?.parent);
					expect(up).toBeLessThan(at);
					expect(tree.position.get(code)).toBe(at);
				});
				expect(tree.position.size).toBe(nodes.length);
			}),
			fixed
		);
	});

	it('keeps the given order among the children of one parent', () => {
		fc.assert(
			fc.property(forests, (nodes) => {
				const { tree, order } = makeHierarchy(nodes);
				const latest = new Map<number, number>();
				tree.codes.forEach((_, at) => {
					const up = tree.parent[at] ?? NaN;
					const given = order[at] ?? NaN;
					expect(given).toBeGreaterThan(latest.get(up) ?? -1);
					latest.set(up, given);
				});
			}),
			fixed
		);
	});

	it.each([
		['a parent that is not in the list', [node('a'), node('b', 'nowhere')]],
		['an empty text as parent', [node('a'), node('b', '')]],
		['a code that stands twice', [node('a'), node('b', 'a'), node('b', 'a')]],
		['a root that stands twice', [node('a'), node('a')]],
		['a code that stands twice, the second time unreachable', [node('a'), node('a', 'b')]],
		['a node that is its own parent', [node('a'), node('b', 'b')]],
		['a ring of parents', [node('a'), node('b', 'd'), node('c', 'b'), node('d', 'c')]],
		['nothing but a ring', [node('a', 'b'), node('b', 'a')]]
	])('refuses %s', (_, nodes) => {
		expect(() => makeHierarchy(nodes)).toThrow(RangeError);
	});
});

describe('the path to a node', () => {
	it('goes from the root down to the node, one parent at a time', () => {
		fc.assert(
			fc.property(forests, (nodes) => {
				const { tree } = makeHierarchy(nodes);
				tree.codes.forEach((_, at) => {
					const path = pathTo(tree, at);
					expect(path.at(-1)).toBe(at);
					expect(tree.parent[path[0] ?? NaN]).toBe(-1);
					path.slice(1).forEach((child, i) => expect(tree.parent[child]).toBe(path[i]));
				});
			}),
			fixed
		);
	});

	it('of a root is the root', () => {
		expect(pathTo(makeHierarchy([node('a'), node('b')]).tree, 1)).toEqual([1]);
	});
});

describe('the runs of some codes', () => {
	const { tree } = makeHierarchy([
		node('a'),
		node('a1', 'a'),
		node('a2', 'a'),
		node('b'),
		node('c'),
		node('c1', 'c')
	]);

	it.each([
		['of none are none', [], []],
		['of an unknown code are none', ['nowhere'], []],
		['of a leaf are the leaf', ['a1'], [[1, 2]]],
		['of a parent hold its children', ['a'], [[0, 3]]],
		['of a parent and its child are the parent', ['a2', 'a'], [[0, 3]]],
		['of a repeated code are one', ['b', 'b'], [[3, 4]]],
		['that touch are merged', ['b', 'a'], [[0, 4]]],
		[
			'that do not touch stay apart, in order',
			['c1', 'a1'],
			[
				[1, 2],
				[5, 6]
			]
		],
		['of everything are one', ['c', 'b', 'a'], [[0, 6]]]
	])('%s', (_, codes, expected) => {
		expect(runsOf(tree, codes)).toEqual(expected);
	});

	it('cover exactly the subtrees, apart from each other and in order', () => {
		fc.assert(
			fc.property(forestsWithCodes, ({ nodes, codes }) => {
				const { tree: random } = makeHierarchy(nodes);
				const runs = runsOf(random, codes);
				const covered = new Set(runs.flatMap(([first, end]) => [...codesIn(random, first, end)]));
				const wanted = new Set(codes.flatMap((code) => [...subtreeOf(nodes, code)]));
				expect(covered).toEqual(wanted);
				runs.forEach(([first, end], i) => {
					expect(first).toBeLessThan(end);
					// A gap between runs, or they would be one.
					expect(first).toBeGreaterThan(runs[i - 1]?.[1] ?? -1);
				});
			}),
			fixed
		);
	});
});
