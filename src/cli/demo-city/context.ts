import type { FeatureCollection, Geometry } from 'geojson';
import { topology } from 'topojson-server';
import { isAllowed } from './forbidden.ts';
import type { Land } from './land/land.ts';
import { reliefOf } from './land/relief.ts';
import type { Road } from './land/roads.ts';
import { lonLatOf, type Point } from './plane.ts';

export type ContextTopology = ReturnType<typeof topology>;

const gridSteps = 8192;

/** What lies under the map for orientation: `river` (rank 1–3), `road` (rank 1–2), `relief` (shade −1, 1, 2). */
export function contextOf(land: Land, roads: readonly Road[]): ContextTopology {
	const layers = {
		relief: collected(
			reliefOf(land).map(({ shade, polygons }) => [
				{ shade },
				{
					type: 'MultiPolygon',
					coordinates: polygons.map((rings) => rings.map((ring) => ring.map(lonLatOf)))
				}
			])
		),
		river: collected(land.rivers.map(({ rank, line }) => [{ rank }, lineOf(line)])),
		road: collected(roads.map(({ rank, line }) => [{ rank }, lineOf(line)]))
	};
	// As with the boundaries: another grid has other coordinates, and none of them may be forbidden.
	for (let steps = gridSteps; ; steps -= 1) {
		const context = topology(layers, steps);
		if (isAllowed(JSON.stringify(context))) return context;
	}
}

function lineOf(line: readonly Point[]): Geometry {
	return { type: 'LineString', coordinates: line.map(lonLatOf) };
}

function collected(
	parts: readonly (readonly [Record<string, number>, Geometry])[]
): FeatureCollection {
	return {
		type: 'FeatureCollection',
		features: parts.map(([properties, geometry]) => ({ type: 'Feature', properties, geometry }))
	};
}
