import { type Places, withCoordinates } from './places.ts';
import { seededRandom } from './seeded-random.ts';
import { checkAmounts, checkWithin } from './stats-error.ts';

/**
 * The circles of a scan. Those around centre i hold its nearest areas: `member` from `memberStart[i]`, nearest first. Its
 * zones are the entries [zoneStart[i], zoneStart[i + 1]) of `zoneSize`, smallest first: how many members each holds.
 * A set of areas that several centres give is a zone of the first one alone, and `times` says of how many.
 */
export interface ScanZones {
	readonly centres: number;
	readonly memberStart: Int32Array;
	readonly member: Int32Array;
	readonly zoneStart: Int32Array;
	readonly zoneSize: Int32Array;
	readonly times: Int32Array;
	/** From the centre to the zone's farthest member, in the unit of the places. */
	readonly radius: Float64Array;
}

/** Distances that differ by less than this share are equal: coordinates in binary are not exact. */
const TIE = 1e-10;

/**
 * Circles around each area's place. Areas that are equally far from the centre enter together; a zone is one as long as
 * no more than `share` of the population lives in it. Order by distance once a centre: O(n² log n).
 *
 * @param population by area; those of nobody are members without weight
 * @param share of the population that a zone may hold, above 0 and at most 1
 * @throws StatsError `place-missing` for an area without coordinates, others for a population that is none
 */
export function scanZones(places: Places, population: ArrayLike<number>, share: number): ScanZones {
	const n = places.size;
	checkAmounts('population', population, n);
	checkWithin('share of the population', share, Number.MIN_VALUE, 1);
	withCoordinates(places);
	const limit = share * Array.from(population).reduce((sum, people) => sum + people, 0);
	const sets = new AreaSets(n);
	const [memberStart, zoneStart] = [new Int32Array(n + 1), new Int32Array(n + 1)];
	const member: number[] = [];
	const zones: { size: number; radius: number; times: number }[] = [];
	const distance = new Float64Array(n);
	for (let centre = 0; centre < n; centre++) {
		for (let j = 0; j < n; j++) distance[j] = places.distance(centre, j);
		const order = Int32Array.from(distance, (_, j) => j).sort(
			(a, b) => (distance[a] ?? 0) - (distance[b] ?? 0) || a - b
		);
		let people = 0;
		let inside = 0;
		sets.begin();
		for (let at = 0; at < n;) {
			const radius = distance[order[at] ?? 0] ?? 0;
			let end = at;
			for (; end < n && (distance[order[end] ?? 0] ?? 0) <= radius * (1 + TIE); end++) {
				people += population[order[end] ?? 0] ?? 0;
				sets.add(order[end] ?? 0);
			}
			if (people > limit) break;
			const zone = sets.zoneOfSet(zones.length);
			const known = zones[zone];
			if (known) known.times++;
			else {
				zones.push({ size: end, radius, times: 1 });
				inside = end;
			}
			at = end;
		}
		for (let at = 0; at < inside; at++) member.push(order[at] ?? 0);
		memberStart[centre + 1] = member.length;
		zoneStart[centre + 1] = zones.length;
	}
	return {
		centres: n,
		memberStart,
		member: Int32Array.from(member),
		zoneStart,
		zoneSize: Int32Array.from(zones, ({ size }) => size),
		times: Int32Array.from(zones, ({ times }) => times),
		radius: Float64Array.from(zones, ({ radius }) => radius)
	};
}

/** Tells sets of areas apart that grow one area at a time, by 128 random bits: among 10⁹ sets two meet once in 10²⁰ times. */
class AreaSets {
	readonly #bits: Int32Array;
	readonly #zones = new Map<string, number>();
	readonly #sum = new Int32Array(4);

	constructor(areas: number) {
		const draw = seededRandom(areas);
		this.#bits = Int32Array.from({ length: 4 * areas }, () => draw(2 ** 32));
	}
	begin(): void {
		this.#sum.fill(0);
	}
	add(area: number): void {
		for (let i = 0; i < 4; i++) {
			this.#sum[i] = (this.#sum[i] ?? 0) ^ (this.#bits[4 * area + i] ?? 0);
		}
	}
	/** The zone that has this set already, or `next`, which then has it. */
	zoneOfSet(next: number): number {
		const set = String.fromCharCode(...new Uint16Array(this.#sum.buffer));
		const known = this.#zones.get(set);
		if (known === undefined) this.#zones.set(set, next);
		return known ?? next;
	}
}
