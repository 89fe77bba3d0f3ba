import { elementAt } from '#cli/demo-city/element-at.ts';
import { isRim, sizeOf, type Grid } from './grid.ts';
import { isBeside } from './drainage.ts';

/** 1 for the cells that hang together with `start` over their sides, among those that `isPart` names. */
export function connectedTo(
	grid: Grid,
	start: number,
	isPart: (cell: number) => boolean
): Uint8Array {
	const found = new Uint8Array(sizeOf(grid));
	const waiting = [start];
	found[start] = 1;
	for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
		for (const by of sidesOf(grid)) {
			const other = cell + by;
			if (isRim(grid, cell) && !isBeside(grid, cell, other)) continue;
			if (found[other] === 1 || !isPart(other)) continue;
			found[other] = 1;
			waiting.push(other);
		}
	}
	return found;
}

export function sidesOf(grid: Grid): readonly [number, number, number, number] {
	return [1, -1, grid.columns, -grid.columns];
}

/**
 * Labels without crumbs: each cell takes the label that most of its neighbours have (`rounds` times), pieces cut off
 * from the largest of their label go to the neighbour they touch most, and no two cells of one label meet at a corner
 * alone. −1 stands for outside and stays as it is.
 */
export function tidied(grid: Grid, labels: Int32Array, rounds: number): Int32Array {
	let tidy = labels;
	for (let round = 0; round < rounds; round += 1) tidy = outvoted(grid, tidy);
	for (let round = 0; round < 12; round += 1) {
		const strays = joinStrays(grid, tidy);
		const corners = openCorners(grid, tidy);
		if (strays + corners === 0) break;
	}
	return tidy;
}

function outvoted(grid: Grid, labels: Int32Array): Int32Array {
	const { columns } = grid;
	const around = [1, -1, columns, -columns, columns + 1, columns - 1, 1 - columns, -1 - columns];
	const next = labels.slice();
	labels.forEach((own, cell) => {
		if (own < 0 || around.every((by) => labels[cell + by] === own)) return;
		const votes = new Map<number, number>([[own, 1.5]]);
		for (const by of around) {
			const label = labels[cell + by] ?? -1;
			if (label >= 0) votes.set(label, (votes.get(label) ?? 0) + 1);
		}
		for (const [label, count] of votes) {
			if (count > (votes.get(elementAt(next, cell)) ?? 0)) next[cell] = label;
		}
	});
	return next;
}

function joinStrays(grid: Grid, labels: Int32Array): number {
	const seen = new Uint8Array(labels.length);
	const pieces = new Map<number, number[][]>();
	labels.forEach((label, cell) => {
		if (label < 0 || seen[cell] === 1) return;
		const piece = pieceFrom(grid, labels, cell, seen);
		pieces.set(label, [...(pieces.get(label) ?? []), piece]);
	});
	let moved = 0;
	for (const list of pieces.values()) {
		list.sort((one, other) => other.length - one.length);
		for (const stray of list.slice(1)) {
			const label = neighbourOf(grid, labels, stray);
			for (const cell of stray) labels[cell] = label;
			moved += stray.length;
		}
	}
	return moved;
}

function pieceFrom(grid: Grid, labels: Int32Array, start: number, seen: Uint8Array): number[] {
	const piece = [start];
	seen[start] = 1;
	for (const cell of piece) {
		for (const by of sidesOf(grid)) {
			const other = cell + by;
			if (seen[other] === 1 || labels[other] !== labels[start]) continue;
			seen[other] = 1;
			piece.push(other);
		}
	}
	return piece;
}

/** The label that a piece touches most; its own where it touches none. */
function neighbourOf(grid: Grid, labels: Int32Array, piece: readonly number[]): number {
	const own = elementAt(labels, elementAt(piece, 0));
	const touching = new Map<number, number>();
	for (const cell of piece) {
		for (const by of sidesOf(grid)) {
			const label = elementAt(labels, cell + by);
			if (label >= 0 && label !== own) touching.set(label, (touching.get(label) ?? 0) + 1);
		}
	}
	let best = own;
	for (const [label, count] of touching) {
		if (count > (touching.get(best) ?? 0)) best = label;
	}
	return best;
}

/** Where two regions cross like the fields of a chess board, one of them gives up a cell. */
function openCorners(grid: Grid, labels: Int32Array): number {
	let changed = 0;
	for (let cell = 0; cell < labels.length - grid.columns - 1; cell += 1) {
		const [a, b] = [labels[cell], labels[cell + 1]];
		const [c, d] = [labels[cell + grid.columns], labels[cell + grid.columns + 1]];
		if (a === undefined || b === undefined || c === undefined || d === undefined) continue;
		if (a === d && a !== b && a !== c && a >= 0 && b >= 0) {
			labels[cell + 1] = a;
			changed += 1;
		} else if (b === c && b !== a && b !== d && b >= 0 && a >= 0) {
			labels[cell] = b;
			changed += 1;
		}
	}
	return changed;
}
