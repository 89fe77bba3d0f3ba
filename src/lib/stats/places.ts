import { StatsError } from './stats-error.ts';

/** Places that neighbours are sought among. Those without two finite coordinates are far from all. */
export interface Places {
	readonly size: number;
	/** Two places are at least as far apart as their keys are. NaN for a place without coordinates. */
	readonly key: Float64Array;
	/** The same from j to i as from i to j, to the last bit. */
	readonly distance: (i: number, j: number) => number;
}

/** Places in a plane, at straight distances in the unit of the coordinates. */
export function planarPlaces(x: ArrayLike<number>, y: ArrayLike<number>): Places {
	const key = Float64Array.from(x, (value, i) =>
		Number.isFinite(value + (y[i] ?? NaN)) ? value : NaN
	);
	const distance = (i: number, j: number): number => {
		const [dx, dy] = [(x[i] ?? NaN) - (x[j] ?? NaN), (y[i] ?? NaN) - (y[j] ?? NaN)];
		return Math.sqrt(dx * dx + dy * dy);
	};
	return { size: x.length, key, distance };
}

/** WGS 84: the equator's radius in km, and the flattening. */
const RADIUS = 6378.137;
const FLATTENING = 1 / 298.257223563;
/** Half a meridian: the way to the other side of the earth. */
const HALF_WAY = 20003.93;
/** A degree of latitude is nowhere shorter than 110.57 km. */
const KM_A_DEGREE = 110.5;
const RADIANS = Math.PI / 180;

/**
 * Places on WGS 84, at great-circle distances in km.
 *
 * H. Andoyer's formula, as in J. Meeus, Astronomical Algorithms (1998), ch. 11: within about 50 m of the ellipsoid's
 * own distance. Agrees with spdep and sp of R (`longlat = TRUE`).
 */
export function earthPlaces(longitude: ArrayLike<number>, latitude: ArrayLike<number>): Places {
	const key = Float64Array.from(latitude, (value, i) =>
		Number.isFinite(value + (longitude[i] ?? NaN)) ? value * KM_A_DEGREE : NaN
	);
	const distance = (i: number, j: number): number => {
		const [north, otherNorth] = [(latitude[i] ?? NaN) * RADIANS, (latitude[j] ?? NaN) * RADIANS];
		const l2 = Math.sin((((longitude[i] ?? NaN) - (longitude[j] ?? NaN)) * RADIANS) / 2) ** 2;
		const f2 = Math.sin((north + otherNorth) / 2) ** 2;
		const g2 = Math.sin((north - otherNorth) / 2) ** 2;
		const s = g2 * (1 - l2) + (1 - f2) * l2;
		const c = (1 - g2) * (1 - l2) + f2 * l2;
		if (s === 0) return 0;
		if (c < 1e-12) return HALF_WAY;
		const w = Math.atan(Math.sqrt(s / c));
		const r = Math.sqrt(s * c) / w;
		const polar =
			(((3 * r - 1) / (2 * c)) * f2 * (1 - g2) - ((3 * r + 1) / (2 * s)) * (1 - f2) * g2) *
			FLATTENING;
		return 2 * w * RADIUS * (1 + polar);
	};
	return { size: latitude.length, key, distance };
}

/** The earth's mean radius in km (IUGG). */
const MEAN_RADIUS = 6371.0088;

/** Places on a sphere of the earth's mean radius, at great-circle distances in km by the haversine formula. */
export function spherePlaces(longitude: ArrayLike<number>, latitude: ArrayLike<number>): Places {
	const key = Float64Array.from(latitude, (value, i) =>
		Number.isFinite(value + (longitude[i] ?? NaN)) ? value * KM_A_DEGREE : NaN
	);
	const distance = (i: number, j: number): number => {
		const [north, otherNorth] = [(latitude[i] ?? NaN) * RADIANS, (latitude[j] ?? NaN) * RADIANS];
		const up = Math.sin((north - otherNorth) / 2);
		const across = Math.sin((((longitude[i] ?? NaN) - (longitude[j] ?? NaN)) * RADIANS) / 2);
		const half = up * up + Math.cos(north) * Math.cos(otherNorth) * across * across;
		return 2 * MEAN_RADIUS * Math.asin(Math.min(1, Math.sqrt(half)));
	};
	return { size: latitude.length, key, distance };
}

/** Throws StatsError `place-missing` unless every place has coordinates. */
export function withCoordinates({ key }: Places): void {
	const missing = key.findIndex(Number.isNaN);
	if (missing >= 0) throw new StatsError('place-missing', 'place', missing);
}
