import { plusDays, workdayUntil } from '#cli/demo-city/books/dates.ts';
import { Random } from '#cli/demo-city/random.ts';
import { anyDay } from './opening-days.ts';
import type { OrganisationKind, OrganisationRow } from './organisation.ts';

export const postColumns = ['organisation', 'post', 'from', 'required', 'filled'] as const;

/** A row holds until the next one of the same organisation and post. */
export interface PostRow {
	organisation: string;
	post: 'director' | 'full_time_deputy_director' | 'mediator';
	from: string;
	required: number;
	filled: number;
}

/** The day from which every centre has its full-time deputy director. */
export const deputiesCompleteOn = '2018-06-19';

/** How many of the deputies' posts were filled late: before 2018, in 2018; and how many stood empty for a while. */
const filledBefore2018 = 20;
const filledIn2018 = 7;
const leftForAWhile = 6;

const mediatorRange: Record<OrganisationKind, readonly [least: number, most: number]> = {
	coordination_centre: [2, 5],
	people_mediation_committee: [3, 7],
	marriage_family_room: [1, 3],
	medical_committee: [3, 6],
	traffic_platform: [2, 4],
	labour_tribunal: [3, 5],
	consumer_station: [1, 2],
	school_committee: [3, 5],
	property_window: [2, 4],
	third_party_platform: [5, 9],
	pilot: [3, 6]
};

/** Only the centres have directors in the books; everybody has mediators. */
export function postsOf(seed: number, organisations: readonly OrganisationRow[]): PostRow[] {
	const centres = organisations.filter(({ kind }) => kind === 'coordination_centre');
	const random = new Random(seed, 'deputies');
	const deputies = new Map(
		random.shuffled(centres).map((centre, rank) => [centre.id, deputyOf(random, centre, rank)])
	);
	return organisations.flatMap((organisation) => {
		const own = new Random(seed, 'posts', organisation.id);
		const mediators = mediatorsOf(own, organisation);
		const deputy = deputies.get(organisation.id);
		return deputy ? [...directorOf(own, organisation), ...deputy, ...mediators] : mediators;
	});
}

type Step = readonly [from: string, filled: number];

function deputyOf(random: Random, { id, opened_on }: OrganisationRow, rank: number): PostRow[] {
	const rows = (...steps: Step[]) =>
		steps.map(([from, filled]): PostRow => ({
			organisation: id,
			post: 'full_time_deputy_director',
			from,
			required: 1,
			filled
		}));
	if (rank === 0) return rows([opened_on, 0], [deputiesCompleteOn, 1]);
	const beforeLast = plusDays(deputiesCompleteOn, -4);
	if (rank < filledIn2018) {
		return rows([opened_on, 0], [anyDay(random, '2018-01-08', beforeLast), 1]);
	}
	if (rank < filledIn2018 + filledBefore2018) {
		return rows([opened_on, 0], [anyDay(random, plusDays(opened_on, 60), '2017-12-29'), 1]);
	}
	if (rank < filledIn2018 + filledBefore2018 + leftForAWhile) {
		const left = anyDay(random, '2016-01-11', '2017-10-31');
		const again = workdayUntil(plusDays(left, 45 + random.integer(170)));
		return rows([opened_on, 1], [left, 0], [again, 1]);
	}
	return rows([opened_on, 1]);
}

function directorOf(random: Random, { id, opened_on }: OrganisationRow): PostRow[] {
	const row = (from: string, filled: number): PostRow => ({
		organisation: id,
		post: 'director',
		from,
		required: 1,
		filled
	});
	if (!random.isTrueWith(0.2)) return [row(opened_on, 1)];
	const left = anyDay(random, '2016-01-11', '2018-03-30');
	const again = workdayUntil(plusDays(left, 10 + random.integer(60)));
	return [row(opened_on, 1), row(left, 0), row(again, 1)];
}

/** Most have all they should; some are one short, some got their last one later. */
function mediatorsOf(
	random: Random,
	{ id, kind, opened_on, closed_on }: OrganisationRow
): PostRow[] {
	const [least, most] = mediatorRange[kind];
	const required = least + random.integer(most - least + 1);
	const row = (from: string, filled: number): PostRow => ({
		organisation: id,
		post: 'mediator',
		from,
		required,
		filled
	});
	const fate = random.next();
	if (required === 1 || closed_on !== '' || fate > 0.22) return [row(opened_on, required)];
	if (fate > 0.1) return [row(opened_on, required - 1)];
	const completed = anyDay(random, plusDays(opened_on, 30), '2018-08-17');
	return [row(opened_on, required - 1), row(completed, required)];
}
