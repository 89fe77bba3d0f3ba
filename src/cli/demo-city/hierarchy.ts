import { elementAt } from './element-at.ts';
import { clustered, groupNeighbours, leastIndex, tidiedGroups } from './grouping.ts';
import { villageNeighbours, type Mesh } from './mesh.ts';
import { distance, meanOf, type Point } from './plane.ts';
import { Random } from './random.ts';
import { hubs } from './terrain.ts';

export interface Hierarchy {
	/** The township (0 …) of each village. */
	townshipOf: number[];
	/** The county-level area (0 …, in the order of the hubs) of each township. */
	countyOf: number[];
	/** The middle of each township's villages. */
	townshipCentres: Point[];
}

/** About how many townships each county-level area should have, in the order of the hubs. */
const meantSizes = [14, 11, 11, 13, 11];

export function hierarchyOf(
	seed: number,
	mesh: Mesh,
	villageSites: readonly Point[],
	townshipCount: number
): Hierarchy {
	const touching = villageNeighbours(mesh);
	const random = new Random(seed, 'townships');
	const townshipOf = tidiedGroups(touching, clustered(villageSites, townshipCount, random), {
		least: 5,
		most: 13
	});
	const townshipCentres = Array.from({ length: townshipCount }, (_, township) =>
		meanOf(villageSites.filter((_site, village) => townshipOf[village] === township))
	);
	const townshipsTouching = groupNeighbours(touching, townshipOf, townshipCount);
	const countyOf = tidiedGroups(townshipsTouching, nearestHubs(townshipCentres), {
		least: 8,
		most: 16
	});
	return { townshipOf, countyOf, townshipCentres };
}

/** Each township goes to its nearest hub; hubs that gather too many lose reach (in km), and back. */
function nearestHubs(townshipCentres: readonly Point[]): number[] {
	const reach = meantSizes.map(() => 0);
	let groups: number[] = [];
	for (let round = 0; round < 80; round += 1) {
		groups = townshipCentres.map((centre) =>
			leastIndex(hubs, (hub, index) => distance(centre, hub.at) - elementAt(reach, index))
		);
		meantSizes.forEach((meant, index) => {
			const size = groups.filter((group) => group === index).length;
			reach[index] = elementAt(reach, index) + (meant - size) * 0.25;
		});
	}
	return groups;
}
