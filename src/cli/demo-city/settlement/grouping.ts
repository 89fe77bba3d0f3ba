import { elementAt } from '#cli/demo-city/element-at.ts';

/** Which touch which, and along what length. */
export type Neighbours = readonly ReadonlyMap<number, number>[];

export interface SizeRange {
	least: number;
	most: number;
}

/**
 * Makes every group one connected piece, then hands over single members wherever that shortens the
 * border clearly, as long as the losing group stays whole and both keep within `sizes`.
 */
export function tidiedGroups(
	neighbours: Neighbours,
	groups: readonly number[],
	sizes: SizeRange
): number[] {
	const tidied = [...groups];
	for (let round = 0; round < 6; round += 1) {
		const isRejoined = rejoinStrays(neighbours, tidied);
		const isStraightened = straightenBorders(neighbours, tidied, sizes);
		if (!isRejoined && !isStraightened) break;
	}
	rejoinStrays(neighbours, tidied);
	return tidied;
}

function rejoinStrays(neighbours: Neighbours, groups: number[]): boolean {
	let isChanged = false;
	for (const group of new Set(groups)) {
		const [, ...strays] = piecesOf(neighbours, groups, group);
		for (const item of strays.flat()) {
			const best = closestOtherGroup(neighbours, groups, item);
			if (best === undefined) continue;
			groups[item] = best.group;
			isChanged = true;
		}
	}
	return isChanged;
}

function straightenBorders(neighbours: Neighbours, groups: number[], sizes: SizeRange): boolean {
	const sizeOf = (group: number) => groups.filter((other) => other === group).length;
	let isChanged = false;
	groups.forEach((group, item) => {
		const best = closestOtherGroup(neighbours, groups, item);
		if (best === undefined) return;
		if (best.length < 1.15 * borderWith(neighbours, groups, item, group)) return;
		if (sizeOf(group) <= sizes.least || sizeOf(best.group) >= sizes.most) return;
		groups[item] = best.group;
		if (piecesOf(neighbours, groups, group).length > 1) groups[item] = group;
		else isChanged = true;
	});
	return isChanged;
}

function borderWith(neighbours: Neighbours, groups: number[], item: number, group: number): number {
	let length = 0;
	for (const [other, shared] of elementAt(neighbours, item)) {
		if (groups[other] === group) length += shared;
	}
	return length;
}

function closestOtherGroup(
	neighbours: Neighbours,
	groups: number[],
	item: number
): { group: number; length: number } | undefined {
	let best: { group: number; length: number } | undefined;
	for (const other of elementAt(neighbours, item).keys()) {
		const group = elementAt(groups, other);
		if (group === groups[item]) continue;
		const length = borderWith(neighbours, groups, item, group);
		if (best === undefined || length > best.length) best = { group, length };
	}
	return best;
}

/** Connected pieces of a group, largest first. */
export function piecesOf(
	neighbours: Neighbours,
	groups: readonly number[],
	group: number
): number[][] {
	const waiting = new Set<number>();
	groups.forEach((value, item) => {
		if (value === group) waiting.add(item);
	});
	const pieces: number[][] = [];
	for (const start of waiting) {
		const piece = [start];
		waiting.delete(start);
		for (const item of piece) {
			for (const other of elementAt(neighbours, item).keys()) {
				if (waiting.delete(other)) piece.push(other);
			}
		}
		pieces.push(piece);
	}
	return pieces.sort((one, other) => other.length - one.length);
}

/** The same relation one level up: groups that touch, with the length of their common border. */
export function groupNeighbours(
	neighbours: Neighbours,
	groups: readonly number[],
	count: number
): Map<number, number>[] {
	const lifted = Array.from({ length: count }, () => new Map<number, number>());
	neighbours.forEach((around, item) => {
		const own = elementAt(groups, item);
		for (const [other, length] of around) {
			const theirs = elementAt(groups, other);
			if (theirs === own) continue;
			const border = elementAt(lifted, own);
			border.set(theirs, (border.get(theirs) ?? 0) + length);
		}
	});
	return lifted;
}

/**
 * Whether a group lies around others: from the world outside (`isAtEdge`) one must reach every village that is not of
 * the group without passing through it.
 */
export function isRound(
	neighbours: Neighbours,
	groups: readonly number[],
	group: number,
	isAtEdge: (item: number) => boolean
): boolean {
	const others = groups.map((other) => (other === group ? group : group + 1));
	return piecesOf(neighbours, others, group + 1).some((piece) => !piece.some(isAtEdge));
}
