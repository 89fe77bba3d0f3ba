/**
 * Neighbours, neighbours of neighbours and so on: for each order from 1 up, the areas of each area that are reached in that
 * many steps and in no fewer, in ascending order. An area is never among its own; an island has none of any order.
 *
 * The first order is what is given, sorted. Agrees with `nblag` of R's spdep, where neighbourhood is mutual.
 *
 * @param orders how many; RangeError unless a whole number of at least 1
 * @returns by order (from 0 for the first), then by area
 */
export function neighboursByOrder(
	neighbours: readonly (readonly number[])[],
	orders: number
): number[][][] {
	if (!(Number.isInteger(orders) && orders >= 1)) throw new RangeError('at least the first order');
	const byOrder = Array.from({ length: orders }, (): number[][] => []);
	neighbours.forEach((_, i) => {
		const met = new Set([i]);
		let ring: readonly number[] = [i];
		for (const lists of byOrder) {
			const next: number[] = [];
			for (const j of ring) {
				for (const k of neighbours[j] ?? []) {
					if (met.has(k)) continue;
					met.add(k);
					next.push(k);
				}
			}
			ring = next.sort((a, b) => a - b);
			lists.push([...ring]);
		}
	});
	return byOrder;
}

/** Areas of any order up to `orders`, in ascending order: `nblag_cumul` of spdep. */
export function neighboursUpTo(
	neighbours: readonly (readonly number[])[],
	orders: number
): number[][] {
	const byOrder = neighboursByOrder(neighbours, orders);
	return neighbours.map((_, i) => byOrder.flatMap((lists) => lists[i] ?? []).sort((a, b) => a - b));
}
