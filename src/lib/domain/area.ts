import type { Hierarchy } from './hierarchy.ts';

/** All areas of a dataset, every level in one tree, from the city down to its leaves. */
export interface AreaTree extends Hierarchy {
	/** Position in the manifest's `levels` (0 = leaf) of each area. */
	readonly level: Uint8Array;
	/** Resident population; NaN where it is not known. */
	readonly population: Float64Array;
}

/** Areas with a point well inside each: where its label stands and where the keyboard finds it. */
export interface PlacedAreas extends AreaTree {
	/** Degrees. */
	readonly lon: Float64Array;
	readonly lat: Float64Array;
}

/** Positions of the areas of one level inside a scope, in tree order. */
export function areasAt(areas: AreaTree, level: number, scope: number): number[] {
	const found: number[] = [];
	const end = areas.end[scope] ?? scope + 1;
	for (let at = scope; at < end; at++) if (areas.level[at] === level) found.push(at);
	return found;
}

/** Levels (positions in the manifest) that have at least one area below the scope, coarsest first. */
export function levelsBelow(areas: AreaTree, scope: number): number[] {
	const present = new Set<number>();
	const end = areas.end[scope] ?? scope + 1;
	for (let at = scope + 1; at < end; at++) present.add(areas.level[at] ?? 0);
	return [...present].sort((a, b) => b - a);
}
