import type { BookArea } from '#cli/demo-city/books/book-city.ts';
import type { Text } from '#lib/domain/text.ts';

export const organisationColumns = [
	'id',
	'kind',
	'name_zh',
	'name_en',
	'area',
	'serves',
	'lon',
	'lat',
	'opened_on',
	'closed_on',
	'address_zh',
	'address_en',
	'phone',
	'hours_zh',
	'hours_en',
	'matters',
	'free',
	'accessible'
] as const;

export type OrganisationKind =
	| 'coordination_centre'
	| 'people_mediation_committee'
	| 'marriage_family_room'
	| 'medical_committee'
	| 'traffic_platform'
	| 'labour_tribunal'
	| 'consumer_station'
	| 'school_committee'
	| 'property_window'
	| 'third_party_platform'
	| 'pilot';

export interface OrganisationRow {
	id: string;
	kind: OrganisationKind;
	name_zh: string;
	name_en: string;
	area: string;
	/** BookArea codes with a space between; empty: its own area. */
	serves: string;
	lon: number;
	lat: number;
	opened_on: string;
	/** The first day on which it is no longer open. */
	closed_on: string;
	address_zh: string;
	address_en: string;
	phone: string;
	hours_zh: string;
	hours_en: string;
	/** Codes of types or groups of types with a space between. */
	matters: string;
	free: 'yes' | 'no';
	accessible: 'yes' | 'no';
}

/** What is known of an organisation before it has an office. */
export interface Charter {
	id: string;
	kind: OrganisationKind;
	name: Text;
	area: BookArea;
	serves?: readonly string[];
	openedOn: string;
	closedOn?: string;
	matters: readonly string[];
	isFree: boolean;
}

export function isOpenOn(
	{ opened_on, closed_on }: Pick<OrganisationRow, 'opened_on' | 'closed_on'>,
	date: string
): boolean {
	return opened_on <= date && (closed_on === '' || date < closed_on);
}
