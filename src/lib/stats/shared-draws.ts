import { seededRandom } from './seeded-random.ts';

/**
 * Fills rows of drawn areas, `places` to a row, one after the other. `instead` has for each drawn one the area that an
 * area takes for itself where it has drawn itself.
 */
export type FillDraws = (drawn: Int32Array, instead: Int32Array) => void;

/**
 * Random neighbourhoods that all areas share, as in GeoDa and esda: an area with k neighbours takes the first k of each
 * row. For each single area this is the same as drawing from the others only:
 *
 * - without replacement a row is the beginning of a random order of all areas, and its next area stands in for the one
 *   that draws itself (without one of its members a random order is one of the others);
 * - with replacement each drawn area has a different one beside it, drawn from the rest, so that for any area the others
 *   come equally often.
 *
 * The same seed gives the same rows, however many are filled at a time.
 *
 * @param areas how many there are, at least `places` + 1
 */
export function sharedDraws(
	areas: number,
	places: number,
	seed: number,
	withReplacement: boolean
): FillDraws {
	if (!(places < areas)) throw new RangeError('no area has more neighbours than there are others');
	const draw = seededRandom(seed);
	if (withReplacement) {
		return (drawn, instead) => {
			for (let entry = 0; entry < drawn.length; entry++) {
				const area = draw(areas);
				drawn[entry] = area;
				instead[entry] = (area + 1 + draw(areas - 1)) % areas;
			}
		};
	}
	// A partly shuffled order is as good a start for the next as any.
	const order = Int32Array.from({ length: areas }, (_, i) => i);
	return (drawn, instead) => {
		for (let row = 0; row < drawn.length; row += places) {
			for (let place = 0; place <= places; place++) {
				const other = place + draw(areas - place);
				const area = order[other] ?? 0;
				order[other] = order[place] ?? 0;
				order[place] = area;
				if (place < places) drawn[row + place] = area;
				else instead.fill(area, row, row + places);
			}
		}
	};
}
