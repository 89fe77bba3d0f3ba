import type { Text } from './text.ts';

/**
 * A tree of codes laid out so that every parent stands before its children and a node's whole
 * subtree is one run of positions, [i, end[i]). "Within this county" is therefore a comparison of
 * two small integers, in SQL as in memory, and rolling counts up to a level is a difference of
 * prefix sums. Areas and dispute types are both kept this way; a list without levels is a
 * hierarchy of roots.
 */
export interface Hierarchy {
	readonly codes: readonly string[];
	readonly names: readonly Text[];
	/** Position of the parent; −1 for a root. */
	readonly parent: Int32Array;
	/** One past the last position of the node's subtree. */
	readonly end: Int32Array;
	readonly position: ReadonlyMap<string, number>;
}

export interface Node {
	readonly code: string;
	readonly parent: string | undefined;
	readonly name: Text;
}

/**
 * Orders nodes by subtree, keeping the given order among siblings.
 * Returns the order (positions into `nodes`) beside the hierarchy so that other columns can follow.
 * A node whose parent is not among the nodes, a repeated code or a ring of parents is a caller's
 * mistake (the tables are validated before): it throws RangeError.
 */
export function makeHierarchy(nodes: readonly Node[]): { tree: Hierarchy; order: Int32Array } {
	const children = new Map<string | undefined, number[]>();
	nodes.forEach((node, i) => {
		const siblings = children.get(node.parent);
		if (siblings) siblings.push(i);
		else children.set(node.parent, [i]);
	});
	const order = new Int32Array(nodes.length);
	const parent = new Int32Array(nodes.length);
	const end = new Int32Array(nodes.length);
	const codes: string[] = [];
	const names: Text[] = [];
	const position = new Map<string, number>();

	const place = (i: number, parentPosition: number): void => {
		const node = nodes[i];
		if (!node) return;
		const at = codes.length;
		if (position.has(node.code)) throw new RangeError(`Code ${node.code} stands twice.`);
		codes.push(node.code);
		names.push(node.name);
		position.set(node.code, at);
		order[at] = i;
		parent[at] = parentPosition;
		for (const child of children.get(node.code) ?? []) place(child, at);
		end[at] = codes.length;
	};
	for (const root of children.get(undefined) ?? []) place(root, -1);
	if (codes.length !== nodes.length) {
		throw new RangeError('A node has a parent that is not in the list, or is its own ancestor.');
	}
	return { tree: { codes, names, parent, end, position }, order };
}

/** Positions from the root down to the node itself. */
export function pathTo(tree: Hierarchy, position: number): number[] {
	const path: number[] = [];
	for (let at = position; at >= 0; at = tree.parent[at] ?? -1) path.unshift(at);
	return path;
}

/** [first, one past last] runs of positions covered by the codes, merged and in order. */
export function runsOf(tree: Hierarchy, codes: readonly string[]): [number, number][] {
	const runs = codes
		.flatMap((code): [number, number][] => {
			const at = tree.position.get(code);
			return at === undefined ? [] : [[at, tree.end[at] ?? at + 1]];
		})
		.sort((a, b) => a[0] - b[0]);
	const merged: [number, number][] = [];
	for (const [first, end] of runs) {
		const last = merged.at(-1);
		if (last && first <= last[1]) last[1] = Math.max(last[1], end);
		else merged.push([first, end]);
	}
	return merged;
}
