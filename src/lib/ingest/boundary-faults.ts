import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import type { RejectionReason } from '#lib/domain/errors.ts';
import type { Box } from './locate.ts';

/** What is wrong with the shape of an area: the reason, and the value that shows it. */
export interface ShapeFault {
	readonly reason: RejectionReason;
	readonly value: string;
}

/** Any JSON may stand where coordinates should. */
type Ring = readonly (readonly unknown[])[];

export function isArea(geometry: Geometry | null | undefined): geometry is Polygon | MultiPolygon {
	return geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon';
}

/**
 * Why a geometry is no area of the earth: another type, no ring, a ring of fewer than four points or that does not end
 * where it began, a coordinate that is no number, or one that is no longitude and latitude in degrees.
 */
export function shapeFault(geometry: Geometry | null | undefined): ShapeFault | undefined {
	if (!isArea(geometry)) return { reason: 'boundary-not-area', value: geometry?.type ?? '' };
	const rings = ringsOf(geometry);
	if (!rings || rings.length === 0) return { reason: 'boundary-empty', value: '' };
	for (const ring of rings) {
		const fault = ringFault(ring);
		if (fault) return fault;
	}
	return undefined;
}

function ringsOf(geometry: Polygon | MultiPolygon): Ring[] | undefined {
	const { type, coordinates } = geometry as { type: string; coordinates: unknown };
	const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
	if (!isListOfLists(polygons) || polygons.some((polygon) => polygon.length === 0))
		return undefined;
	const rings = polygons.flat();
	return isListOfLists(rings) && rings.every(isListOfLists) ? rings : undefined;
}

function isListOfLists(value: unknown): value is unknown[][] {
	return Array.isArray(value) && value.every(Array.isArray);
}

function ringFault(ring: Ring): ShapeFault | undefined {
	if (ring.length < 4) return { reason: 'boundary-empty', value: String(ring.length) };
	for (const point of ring) {
		const [lon, lat] = point;
		const value = written(point);
		if (typeof lon !== 'number' || typeof lat !== 'number') {
			return { reason: 'boundary-number', value };
		}
		const reason = degreesFault(lon, lat);
		if (reason) {
			return { reason: reason === 'swapped' ? 'boundary-swapped' : 'boundary-not-degrees', value };
		}
	}
	const [first = [], last = []] = [ring[0], ring.at(-1)];
	const isClosed = first[0] === last[0] && first[1] === last[1];
	return isClosed
		? undefined
		: { reason: 'boundary-unclosed', value: `${written(first)} … ${written(last)}` };
}

function written(point: readonly unknown[]): string {
	return point
		.slice(0, 2)
		.map((part) => JSON.stringify(part))
		.join(', ');
}

/** Whether two numbers are a longitude and a latitude, would be the other way round, or are no degrees at all. */
export function degreesFault(lon: number, lat: number): 'swapped' | 'not-degrees' | undefined {
	if (isPlace(lon, lat)) return undefined;
	return isPlace(lat, lon) ? 'swapped' : 'not-degrees';
}

/** False for what is no number too. */
function isPlace(lon: number, lat: number): boolean {
	return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
}

export function isInside(box: Box, lon: number, lat: number): boolean {
	return lon >= box.west && lon <= box.east && lat >= box.south && lat <= box.north;
}

/** Why a box cannot be a part of the city: it lies elsewhere altogether, or does so until its axes are exchanged. */
export function placeFault(
	box: Box,
	city: Box
): 'boundary-swapped' | 'boundary-outside' | undefined {
	if (overlap(box, city)) return undefined;
	const turned = { west: box.south, east: box.north, south: box.west, north: box.east };
	return overlap(turned, city) ? 'boundary-swapped' : 'boundary-outside';
}

function overlap(a: Box, b: Box): boolean {
	return a.west <= b.east && b.west <= a.east && a.south <= b.north && b.south <= a.north;
}
