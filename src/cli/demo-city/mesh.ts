import { Delaunay } from 'd3-delaunay';
import { elementAt } from './element-at.ts';
import { distance, meanOf, type Point } from './plane.ts';

/** Cells 0 … villageCount − 1 are villages; the others lie outside the city. */
export interface Mesh {
	villageCount: number;
	nodes: Point[];
	/** Node numbers of each village, counter-clockwise. */
	rings: number[][];
	edges: MeshEdge[];
}

export interface MeshEdge {
	key: string;
	from: number;
	to: number;
	cells: readonly [number, number];
}

export function edgeKey(a: number, b: number): string {
	return a < b ? `${a}-${b}` : `${b}-${a}`;
}

export function meshOf(inside: readonly Point[], outside: readonly Point[]): Mesh {
	const delaunay = Delaunay.from([...inside, ...outside] as [number, number][]);
	const { triangles, halfedges, inedges } = delaunay;
	const centres = delaunay.voronoi([-1e4, -1e4, 1e4, 1e4]).circumcenters;
	const nodes = Array.from({ length: triangles.length / 3 }, (_, triangle): Point => [
		elementAt(centres, triangle * 2),
		elementAt(centres, triangle * 2 + 1)
	]);
	const edges: MeshEdge[] = [];
	halfedges.forEach((twin, half) => {
		if (twin < half) return;
		const from = Math.floor(half / 3);
		const to = Math.floor(twin / 3);
		const cells = [elementAt(triangles, half), elementAt(triangles, twin)] as const;
		edges.push({ key: edgeKey(from, to), from, to, cells });
	});
	const rings = inside.map((_, site) => {
		const ring: number[] = [];
		const start = elementAt(inedges, site);
		let half = start;
		do {
			ring.push(Math.floor(half / 3));
			half = elementAt(halfedges, half % 3 === 2 ? half - 2 : half + 1);
			if (half < 0) throw new Error('a village at the rim of the mesh');
		} while (half !== start);
		return ring;
	});
	return { villageCount: inside.length, nodes, rings, edges };
}

/** Shared border length of villages that touch; the world outside is no neighbour. */
export function villageNeighbours(mesh: Mesh): Map<number, number>[] {
	const neighbours = mesh.rings.map(() => new Map<number, number>());
	for (const { from, to, cells } of mesh.edges) {
		const [a, b] = cells;
		if (a >= mesh.villageCount || b >= mesh.villageCount) continue;
		const length = distance(elementAt(mesh.nodes, from), elementAt(mesh.nodes, to));
		elementAt(neighbours, a).set(b, length);
		elementAt(neighbours, b).set(a, length);
	}
	return neighbours;
}

/**
 * Moves each corner towards its neighbours along the most important border that passes through it,
 * so that township and county borders run smoothly and no edge is so short that it makes a sliver.
 */
export function easedMesh(
	mesh: Mesh,
	rankOf: (edge: MeshEdge) => number,
	rounds: number,
	strength: number
): Mesh {
	const links = mesh.nodes.map((): { to: number; rank: number }[] => []);
	for (const edge of mesh.edges) {
		const rank = rankOf(edge);
		elementAt(links, edge.from).push({ to: edge.to, rank });
		elementAt(links, edge.to).push({ to: edge.from, rank });
	}
	const pulls = links.map((ends) => {
		const highest = Math.max(...ends.map((end) => end.rank));
		const along = ends.filter((end) => end.rank === highest);
		return (along.length === 2 ? along : ends).map((end) => end.to);
	});
	let nodes = mesh.nodes;
	for (let round = 0; round < rounds; round += 1) {
		const before = nodes;
		nodes = before.map((node, index): Point => {
			const pull = elementAt(pulls, index);
			// A corner at the rim of the mesh: far outside the city, and of no matter.
			if (pull.length < 2) return node;
			const [x, y] = meanOf(pull.map((other) => elementAt(before, other)));
			return [node[0] + (x - node[0]) * strength, node[1] + (y - node[1]) * strength];
		});
	}
	return { ...mesh, nodes };
}
