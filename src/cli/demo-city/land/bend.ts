import type { Point } from '#cli/demo-city/plane.ts';
import { Random } from '#cli/demo-city/random.ts';
import { Noise } from './noise.ts';

export type Bend = (point: Point) => Point;

/** Width (km) of the bends and how far they reach; small against their width, so that nothing folds over. */
const bends = [
	{ wavelength: 2.6, reach: 0.3 },
	{ wavelength: 1.1, reach: 0.13 },
	{ wavelength: 0.5, reach: 0.035 }
];

/**
 * Moves the points of the plane a little, neighbours together: on a raster the fronts of two travellers meet in
 * straight lines where the land is flat, and here those lines, the rivers and the roads bend alike.
 */
export function bendOf(seed: number): Bend {
	const east = new Noise(new Random(seed, 'bend-east'));
	const north = new Noise(new Random(seed, 'bend-north'));
	return ([x, y]) => {
		let [bentX, bentY] = [x, y];
		for (const { wavelength, reach } of bends) {
			bentX += reach * east.at(x, y, wavelength);
			bentY += reach * north.at(x, y, wavelength);
		}
		return [bentX, bentY];
	};
}
