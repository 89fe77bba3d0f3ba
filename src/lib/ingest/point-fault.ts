import type { Boundary } from './boundary.ts';
import { degreesFault, isInside } from './boundary-faults.ts';
import { boxAround, boxOf } from './locate.ts';

export type PointFault = 'point-swapped' | 'point-not-degrees';

/**
 * Tells of two numbers, longitude and latitude, why they cannot be meant so: exchanged they would be a place (for
 * numbers that are both below 90, a place in this city's box, outside which they lie as they stand), or they are no
 * degrees at all: metres of a projected grid, most often. A point elsewhere on the earth is no fault of its numbers.
 */
export function makePointFault(
	boundaries: Iterable<Boundary>
): (lon: number, lat: number) => PointFault | undefined {
	const city = boxAround([...boundaries].map(boxOf));
	return (lon, lat) => {
		const fault = degreesFault(lon, lat);
		if (fault) return fault === 'swapped' ? 'point-swapped' : 'point-not-degrees';
		return !isInside(city, lon, lat) && isInside(city, lat, lon) ? 'point-swapped' : undefined;
	};
}
