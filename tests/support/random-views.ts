import type { CityByHand, Sort, View } from '../by-hand/city.ts';
import { drawnAreas } from '../by-hand/expected-numbers.ts';
import { seeded, type Random } from './random.ts';

const SORTS: readonly Sort[] = ['value', 'numerator', 'denominator', 'name'];

/** Views of all kinds: areas of every level, every period, none to four types of both levels, every indicator and order. */
export function randomViews(city: CityByHand, count: number, seed: number): View[] {
	const random = seeded(seed);
	return Array.from({ length: count }, () => randomView(city, random));
}

function randomView(city: CityByHand, random: Random): View {
	const own = random.one(city.levels).id;
	const area = random.one(city.areas.filter(({ level }) => level === own)).code;
	const finer = city.levels.slice(
		0,
		city.levels.findIndex(({ id }) => id === own)
	);
	const possible = finer.filter(({ id }) => drawnAreas(city, { area, level: id }).length > 0);
	const [from = '', to = ''] = [random.one(city.months), random.one(city.months)].sort();
	return {
		area,
		level: possible.length === 0 ? own : random.one(possible).id,
		from,
		to,
		types: random.some(city.types, random.below(5)).map(({ code }) => code),
		indicator: random.one(city.indicators).id,
		sort: random.one(SORTS),
		ascending: random.below(2) === 0
	};
}

/** A link to a View that says everything; only an area without parts has no choice of level. */
export function linkTo(city: CityByHand, view: View): string {
	const params = new URLSearchParams({
		area: view.area,
		from: view.from,
		to: view.to,
		show: view.indicator,
		sort: `${view.ascending ? '' : '-'}${view.sort}`
	});
	if (city.areas.some(({ parent }) => parent === view.area)) params.set('level', view.level);
	if (view.types.length > 0) params.set('type', view.types.join(','));
	return `?${params.toString()}`;
}
