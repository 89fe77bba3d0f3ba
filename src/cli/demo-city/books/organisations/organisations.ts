import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { placesOf, type Places } from '#cli/demo-city/books/places.ts';
import { Random } from '#cli/demo-city/random.ts';
import { centresOf } from './centres.ts';
import { committeesOf } from './committees.ts';
import { addressOf, hoursOf, phoneNumbers, pointIn, standsIn } from './office.ts';
import type { Charter, OrganisationRow } from './organisation.ts';
import { sectorBodiesOf } from './sector-bodies.ts';

/** Every organisation that mediates, those that are closed included. */
export function organisationsOf(seed: number, city: BookCity): OrganisationRow[] {
	const places = placesOf(city);
	const nextPhone = phoneNumbers();
	return [
		...centresOf(seed, places),
		...committeesOf(seed, places),
		...sectorBodiesOf(seed, places)
	].map((charter) => rowOf(new Random(seed, 'office', charter.id), places, charter, nextPhone()));
}

function rowOf(random: Random, places: Places, charter: Charter, phone: string): OrganisationRow {
	const { id, kind, name, area } = charter;
	const place = standsIn(places, charter);
	const address = addressOf(random, places, place);
	const isUrban = place.name.zh.endsWith('社区') || place.name.zh.endsWith('街道');
	return {
		id,
		kind,
		name_zh: name.zh,
		name_en: name.en,
		area: area.code,
		serves: (charter.serves ?? []).join(' '),
		...pointIn(random, place),
		opened_on: charter.openedOn,
		closed_on: charter.closedOn ?? '',
		address_zh: address.zh,
		address_en: address.en,
		phone,
		...hoursOf(random, charter),
		matters: charter.matters.join(' '),
		free: charter.isFree ? 'yes' : 'no',
		accessible: random.isTrueWith(isUrban ? 0.85 : 0.45) ? 'yes' : 'no'
	};
}
