import { elementAt } from '#cli/demo-city/element-at.ts';
import { CellHeap } from '#cli/demo-city/land/heap.ts';

/** What the cheapest way between any two villages costs, through the seats of the villages between. */
export function travelTable(ways: readonly ReadonlyMap<number, number>[]): number[][] {
	return ways.map((_, start) => costsFrom(ways, start));
}

function costsFrom(ways: readonly ReadonlyMap<number, number>[], start: number): number[] {
	const costs = ways.map(() => Infinity);
	costs[start] = 0;
	const heap = new CellHeap();
	heap.push(start, 0);
	const isDone = new Uint8Array(ways.length);
	for (let village = heap.pop(); village >= 0; village = heap.pop()) {
		if (isDone[village] === 1) continue;
		isDone[village] = 1;
		for (const [other, way] of elementAt(ways, village)) {
			const cost = elementAt(costs, village) + way;
			if (cost >= elementAt(costs, other)) continue;
			costs[other] = cost;
			heap.push(other, cost);
		}
	}
	return costs;
}
