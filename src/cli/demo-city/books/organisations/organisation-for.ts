import type { BookCase } from '#cli/demo-city/books/book-case.ts';
import { lineageOf } from '#cli/demo-city/books/places.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';
import { isOpenOn, type OrganisationKind, type OrganisationRow } from './organisation.ts';

const specialists: Readonly<Record<string, OrganisationKind>> = {
	medical: 'medical_committee',
	traffic: 'traffic_platform',
	labour: 'labour_tribunal',
	consumer: 'consumer_station',
	school: 'school_committee',
	property_management: 'property_window'
};

/** Of the cases that a body for their kind may take, the share that it does take. */
const specialistShare = 0.8;
const pilotShare = 0.6;
const platformShare = 0.5;

export type HandledCase = Pick<
	BookCase,
	'id' | 'opened_on' | 'area' | 'handled_level' | 'type' | 'channel'
>;

/**
 * Which organisation handled a case: '' where none of those that could was open on the day the case was opened. The
 * same case always goes to the same one: its id decides, not the order of the calls.
 */
export function organisationFor(
	organisations: readonly OrganisationRow[]
): (handled: HandledCase) => string {
	const serving = servingByPlace(organisations);
	return (handled) => {
		const fate = new Random(0, 'organisation', handled.id);
		for (const { kind, codes } of candidatesFor(fate, handled)) {
			for (const code of codes) {
				const open = (serving.get(`${kind} ${code}`) ?? []).filter((each) =>
					canTake(each, handled)
				);
				if (open.length > 0) return elementAt(open, fate.integer(open.length)).id;
			}
		}
		return '';
	};
}

interface Candidates {
	kind: OrganisationKind;
	/** The areas that the organisation may serve, the smallest first. */
	codes: readonly string[];
}

/** In the order in which they are asked. */
function candidatesFor(fate: Random, handled: HandledCase): Candidates[] {
	const { area, type, channel, handled_level: level } = handled;
	const around = lineageOf(area);
	const own = ownArea(area, level);
	const candidates: Candidates[] = [];
	const isOutside = channel === 'third_party' || channel === 'administrative';
	const specialist = specialists[type];
	if (specialist && (level === 'county' || isOutside) && fate.isTrueWith(specialistShare)) {
		candidates.push({ kind: specialist, codes: around });
	}
	const isLinked = channel === 'judicial' || channel === 'third_party';
	if (isLinked && fate.isTrueWith(pilotShare)) {
		candidates.push({ kind: 'pilot', codes: around });
	}
	if (channel === 'third_party' && fate.isTrueWith(platformShare)) {
		candidates.push({ kind: 'third_party_platform', codes: around });
	}
	if (level === 'township' && type === 'marriage_family') {
		candidates.push({ kind: 'marriage_family_room', codes: own });
	}
	const kind = level === 'county' ? 'coordination_centre' : 'people_mediation_committee';
	return [...candidates, { kind, codes: own }];
}

/** The area of the level that handled the case; none where the record does not know it. */
function ownArea(area: string, level: string): string[] {
	if (level === 'village') return area.endsWith('000') ? [] : [area];
	const code = area.slice(0, level === 'township' ? 9 : 6).padEnd(12, '0');
	return level === 'township' && code.endsWith('000000') ? [] : [code];
}

/** Committees and centres take everything; the others what they were set up for. */
function canTake(organisation: OrganisationRow, { opened_on, type }: HandledCase): boolean {
	const takesAll = ['people_mediation_committee', 'coordination_centre'].includes(
		organisation.kind
	);
	return (
		isOpenOn(organisation, opened_on) &&
		(takesAll || organisation.matters.split(' ').includes(type))
	);
}

function servingByPlace(
	organisations: readonly OrganisationRow[]
): Map<string, readonly OrganisationRow[]> {
	const serving = new Map<string, readonly OrganisationRow[]>();
	for (const organisation of organisations) {
		const { kind, area, serves } = organisation;
		for (const code of serves === '' ? [area] : serves.split(' ')) {
			const key = `${kind} ${code}`;
			serving.set(key, [...(serving.get(key) ?? []), organisation]);
		}
	}
	return serving;
}
