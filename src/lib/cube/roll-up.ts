/**
 * Counts by node of a hierarchy in which each case is counted once, at the node it is known to
 * (a village, or only its township): returns for every node the cases of its whole subtree.
 * `end` is the hierarchy's array of subtree ends; one pass of prefix sums, O(nodes).
 */
export function rollUp(counts: Uint32Array, end: Int32Array): Uint32Array {
	const before = new Uint32Array(counts.length + 1);
	for (let i = 0; i < counts.length; i++) before[i + 1] = (before[i] ?? 0) + (counts[i] ?? 0);
	return Uint32Array.from(counts, (_, i) => (before[end[i] ?? i + 1] ?? 0) - (before[i] ?? 0));
}
