import { edgeCurves, villageRing } from './curves.ts';
import { elementAt } from './element-at.ts';
import { hierarchyOf, type Hierarchy } from './hierarchy.ts';
import { easedMesh, meshOf, type MeshEdge } from './mesh.ts';
import type { Point } from './plane.ts';
import { settle } from './sites.ts';

export const villageCount = 481;
export const townshipCount = 60;

export interface Landscape extends Hierarchy {
	/** The middle of each village, about where its houses stand. */
	villageSites: Point[];
	/** The closed outline of each village, counter-clockwise, sharing every point with its neighbours. */
	villageRings: Point[][];
}

export function landscapeOf(seed: number): Landscape {
	const { inside, outside } = settle(seed, villageCount);
	const mesh = easedMesh(meshOf(inside, outside), () => 0, 2, 0.3);
	const hierarchy = hierarchyOf(seed, mesh, inside, townshipCount);
	const smooth = easedMesh(mesh, (edge) => borderRank(edge, hierarchy), 4, 0.3);
	// Smooth borders can squeeze a corner of a village flat; a little evenness opens it again.
	const eased = easedMesh(smooth, () => 0, 1, 0.25);
	const curves = edgeCurves(seed, eased);
	const villageRings = eased.rings.map((ring) => villageRing(curves, ring));
	return { ...hierarchy, villageSites: inside, villageRings };
}

/** 4 outline of the city, 3 county, 2 township, 1 village, 0 outside. */
function borderRank({ cells }: MeshEdge, { townshipOf, countyOf }: Hierarchy): number {
	const [a, b] = cells.map((cell) =>
		cell < villageCount ? elementAt(townshipOf, cell) : undefined
	);
	if (a === undefined && b === undefined) return 0;
	if (a === undefined || b === undefined) return 4;
	if (a === b) return 1;
	return countyOf[a] === countyOf[b] ? 2 : 3;
}
