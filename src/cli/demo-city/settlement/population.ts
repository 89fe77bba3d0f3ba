import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import { isAllowed } from '#cli/demo-city/forbidden.ts';
import { Random } from '#cli/demo-city/random.ts';
import type { Township, UrbanRural } from './settlements.ts';

export interface People {
	population: number;
	households: number;
}

const medianPopulation: Record<UrbanRural, number> = {
	'111': 5600,
	'112': 4300,
	'121': 4400,
	'122': 2900,
	'123': 700,
	'210': 1900,
	'220': 1700
};
/** In the hills people become fewer by a factor e over so many km of travel. */
const thinningKm = 42;
const spread = { urban: 0.34, rural: 0.5 };
const cityTotal = 1_118_000;

/** People of each village, by its number in the land; the city adds up to about 1.1 million. */
export function peopleOf(
	seed: number,
	counties: readonly (readonly Township[])[]
): Map<number, People> {
	const villages = counties.flat().flatMap((township) => township.villages);
	const drawn = villages.map(({ index, urbanRural, remoteness }) => {
		const random = new Random(seed, 'population', index);
		const isUrban = urbanRural.startsWith('1');
		const median = medianPopulation[urbanRural];
		const size = isUrban
			? random.logNormal(median, spread.urban)
			: random.logNormal(median * Math.exp(-remoteness / thinningKm), spread.rural);
		return { index, size, householdSize: random.between(2.35, 3.15) };
	});
	const scale = cityTotal / drawn.reduce((sum, { size }) => sum + size, 0);
	const people = new Map(
		drawn.map(({ index, size, householdSize }) => {
			const population = Math.round(size * scale);
			return [index, { population, households: Math.round(population / householdSize) }];
		})
	);
	avoidForbiddenFigures(people, counties);
	return people;
}

/** Adds a person or a household here and there until no total, large or small, is forbidden. */
function avoidForbiddenFigures(
	people: Map<number, People>,
	counties: readonly (readonly Township[])[]
): void {
	const familiesOf = (townships: readonly Township[]) =>
		townships.flatMap((township) =>
			township.villages.map((village) => valueOf(people, village.index))
		);
	const families = [
		...[...people.values()].map((each) => [each]),
		...counties.flat().map((township) => familiesOf([township])),
		...counties.map(familiesOf),
		familiesOf(counties.flat())
	];
	let isSettled: boolean;
	do {
		isSettled = true;
		for (const family of families) {
			const first = elementAt(family, 0);
			const total = sumOf(family);
			if (!isAllowed(total.population)) first.population += 1;
			else if (!isAllowed(total.households)) first.households += 1;
			else continue;
			isSettled = false;
		}
	} while (!isSettled);
}

export function sumOf(parts: readonly People[]): People {
	const population = parts.reduce((sum, part) => sum + part.population, 0);
	const households = parts.reduce((sum, part) => sum + part.households, 0);
	return { population, households };
}
