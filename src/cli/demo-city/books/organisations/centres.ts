import type { Places } from '#cli/demo-city/books/places.ts';
import { Random } from '#cli/demo-city/random.ts';
import { anyDay } from './opening-days.ts';
import type { Charter } from './organisation.ts';

const allMatters = [
	'family_neighbours',
	'land_housing',
	'money_contracts',
	'work_health_roads',
	'public_matters',
	'other_matters'
];

/** Coordination centres: of the city, of every county-level area, of every township; none of the zone. */
export function centresOf(seed: number, { city, counties, townships }: Places): Charter[] {
	const random = new Random(seed, 'centres');
	return [city, ...counties, ...townships].map((area) => ({
		id: `CC-${area.code}`,
		kind: 'coordination_centre',
		name: {
			zh: `${area.name.zh}矛盾纠纷多元化解协调中心`,
			en: `${area.name.en} Dispute Resolution Coordination Centre`
		},
		area,
		openedOn:
			area.level === 'township'
				? anyDay(random, '2013-03-01', '2015-11-30')
				: anyDay(random, '2012-05-02', '2013-01-31'),
		matters: allMatters,
		isFree: true
	}));
}
