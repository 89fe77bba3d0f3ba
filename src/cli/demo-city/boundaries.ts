import type { Feature, Polygon } from 'geojson';
import { boundaryTopology } from '#lib/dataset/boundary-topology.ts';
import { feature, mergeArcs, neighbors } from 'topojson-client';
import { topology } from 'topojson-server';
import { elementAt, valueOf } from './element-at.ts';
import { isAllowed } from './forbidden.ts';
import { largestRing } from './inner-point.ts';
import { lonLatOf, type Point } from './plane.ts';

export const levels = ['city', 'county', 'township', 'village'] as const;
export type Level = (typeof levels)[number];

/** One area: a polygon without holes or islands. */
interface AreaShape {
	type: 'Polygon';
	properties: { code: string };
	arcs: number[][];
}

interface Layer {
	type: 'GeometryCollection';
	geometries: AreaShape[];
}

type AreaFeature = Feature<Polygon, { code: string }>;

type Topology = ReturnType<typeof topology>;
export type BoundaryTopology = Topology & { objects: Record<Level, Layer> };

/** About 3 m: smaller than anything drawn, and short to write. */
const gridSteps = 32_768;

/** Boundaries of all levels; parents are merged from the very arcs of their villages. */
export function boundariesOf(
	rings: ReadonlyMap<string, readonly Point[]>,
	parentOf: ReadonlyMap<string, string>
): BoundaryTopology {
	let steps = gridSteps;
	let boundaries = layersOf(rings, parentOf, steps);
	// Among thousands of coordinates the forbidden number turns up by chance; another grid has others.
	while (![JSON.stringify(boundaries), asBuilt(boundaries)].every(isAllowed)) {
		steps -= 1;
		boundaries = layersOf(rings, parentOf, steps);
	}
	return boundaries;
}

/** As the build of a dataset writes them, on the grid of its own. */
function asBuilt(boundaries: BoundaryTopology): string {
	const fromLeaf = [...levels].reverse();
	const shapes = fromLeaf.map((level): [Level, Map<string, AreaFeature>] => [
		level,
		new Map(
			boundaries.objects[level].geometries.map((shape) => [
				shape.properties.code,
				feature(boundaries, shape) as AreaFeature
			])
		)
	]);
	return boundaryTopology({ levels: fromLeaf.map((id) => ({ id })) }, new Map(shapes));
}

function layersOf(
	rings: ReadonlyMap<string, readonly Point[]>,
	parentOf: ReadonlyMap<string, string>,
	steps: number
): BoundaryTopology {
	const villages = topology({ village: villageFeatures(rings) }, steps);
	const village = villages.objects['village'] as Layer;
	const township = mergedLayer(villages, village, parentOf);
	const county = mergedLayer(villages, township, parentOf);
	const city = mergedLayer(villages, county, parentOf);
	return { ...villages, objects: { city, county, township, village } };
}

function villageFeatures(rings: ReadonlyMap<string, readonly Point[]>) {
	const features = [...rings].map(([code, ring]) => ({
		type: 'Feature' as const,
		properties: { code },
		geometry: { type: 'Polygon' as const, coordinates: [ring.map((point) => lonLatOf(point))] }
	}));
	return { type: 'FeatureCollection' as const, features };
}

function mergedLayer(
	boundaries: Topology,
	children: Layer,
	parentOf: ReadonlyMap<string, string>
): Layer {
	const families = new Map<string, AreaShape[]>();
	for (const child of children.geometries) {
		const parent = valueOf(parentOf, child.properties.code);
		families.set(parent, [...(families.get(parent) ?? []), child]);
	}
	const geometries = [...families].map(([code, family]): AreaShape => {
		const polygons = mergeArcs(boundaries, family).arcs;
		if (polygons.length !== 1) throw new Error(`${code} is not one piece`);
		return { type: 'Polygon', properties: { code }, arcs: elementAt(polygons, 0) };
	});
	return { type: 'GeometryCollection', geometries };
}

/** The outer ring of each area of a level, in degrees, by code. */
export function outerRings(
	boundaries: BoundaryTopology,
	level: Level
): Map<string, readonly Point[]> {
	const { geometries } = boundaries.objects[level];
	return new Map(
		geometries.map((shape) => {
			const { coordinates } = feature(boundaries, shape).geometry;
			return [shape.properties.code, largestRing(coordinates as unknown as Point[][])];
		})
	);
}

/** Codes of the villages with which each village shares a border, not only a corner. */
export function villageNeighbours({ objects }: BoundaryTopology): Map<string, string[]> {
	const { geometries } = objects.village;
	const codes = geometries.map((shape) => shape.properties.code);
	return new Map(
		neighbors(geometries).map((around, village) => [
			elementAt(codes, village),
			around.map((other) => elementAt(codes, other))
		])
	);
}
