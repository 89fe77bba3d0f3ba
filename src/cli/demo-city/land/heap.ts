/**
 * A binary heap of cells, least cost first. The same pushes give the same order everywhere. It is the innermost loop of
 * the whole land, so it reads its arrays directly; every index is one that it has set itself.
 */
export class CellHeap {
	private readonly costs: number[] = [];
	private readonly cells: number[] = [];

	push(cell: number, cost: number): void {
		const { cells, costs } = this;
		let at = cells.length;
		while (at > 0) {
			const up = (at - 1) >> 1;
			const above = costs[up] ?? 0;
			if (cost >= above) break;
			costs[at] = above;
			cells[at] = cells[up] ?? 0;
			at = up;
		}
		costs[at] = cost;
		cells[at] = cell;
	}

	/** The cell of least cost, which leaves the heap; −1 where there is none. */
	pop(): number {
		const { cells, costs } = this;
		const top = cells[0] ?? -1;
		const cell = cells.pop() ?? -1;
		const cost = costs.pop() ?? 0;
		const size = cells.length;
		if (size === 0) return top;
		let at = 0;
		for (let down = 1; down < size; down = 2 * at + 1) {
			let below = costs[down] ?? 0;
			const beside = costs[down + 1] ?? Infinity;
			if (beside < below) {
				down += 1;
				below = beside;
			}
			if (cost <= below) break;
			costs[at] = below;
			cells[at] = cells[down] ?? 0;
			at = down;
		}
		costs[at] = cost;
		cells[at] = cell;
		return top;
	}
}
