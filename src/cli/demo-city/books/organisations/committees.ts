import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import { plusDays, workdayUntil } from '#cli/demo-city/books/dates.ts';
import { fullName, largestFirst, type Places } from '#cli/demo-city/books/places.ts';
import { Random } from '#cli/demo-city/random.ts';
import { anyDay, earlyDay } from './opening-days.ts';
import type { Charter } from './organisation.ts';

/** The days on which the last township and the last village got their committee. */
export const townshipsCompleteOn = '2012-12-20';
export const villagesCompleteOn = '2016-09-20';

const reopenedCount = 5;
const mergedCount = 4;
const everyday = ['family_neighbours', 'land_housing', 'money_contracts'];
const villageMatters = [...everyday, 'public_matters'];
const townshipMatters = [...villageMatters, 'work_health_roads', 'other_matters'];

/** People's mediation committees: one in every township and village in the end, not from the start. */
export function committeesOf(seed: number, places: Places): Charter[] {
	const random = new Random(seed, 'committees');
	const townships = inLevel(random, places, 'township');
	const villages = inLevel(random, places, 'village');
	const moved = elementAt(townships, random.integer(townships.length));
	const early = random.shuffled(villages.filter(({ openedOn }) => openedOn < '2011-01-01'));
	const reopened = new Map(
		early.slice(0, reopenedCount).map((charter) => {
			const closed = anyDay(random, '2012-01-04', '2014-06-30');
			const months = 4 + random.integer(11);
			return [charter.id, { closed, again: workdayUntil(plusDays(closed, months * 30)) }];
		})
	);
	reopened.set(moved.id, { closed: '2015-03-16', again: '2015-03-16' });
	const merged = early
		.slice(reopenedCount, reopenedCount + mergedCount)
		.map((charter) => secondCommittee(random, charter));
	return [...townships, ...villages]
		.flatMap((charter) =>
			reopened.has(charter.id) ? inTwoLives(charter, valueOf(reopened, charter.id)) : [charter]
		)
		.concat(merged);
}

function inLevel(random: Random, places: Places, level: 'township' | 'village'): Charter[] {
	const { areas, completeOn, matters } = {
		township: {
			areas: places.townships,
			completeOn: townshipsCompleteOn,
			matters: townshipMatters
		},
		village: { areas: places.villages, completeOn: villagesCompleteOn, matters: villageMatters }
	}[level];
	const last = largestFirst(areas).at(-1);
	const beforeLast = plusDays(completeOn, -14);
	return areas.map((area) => {
		const drawn = earlyDay(random, '2009-03-02', beforeLast);
		const name = fullName(places, area);
		return {
			id: `PMC-${area.code}`,
			kind: 'people_mediation_committee',
			name: {
				zh: `${name.zh}人民调解委员会`,
				en: `${name.en} People's Mediation Committee`
			},
			area,
			openedOn: area === last ? completeOn : drawn,
			matters,
			isFree: true
		};
	});
}

function inTwoLives(
	charter: Charter,
	{ closed, again }: { closed: string; again: string }
): Charter[] {
	return [
		{ ...charter, closedOn: closed },
		{ ...charter, id: `${charter.id}-2`, openedOn: again }
	];
}

/** Left over from two villages that became one; merged into the committee of the whole. */
function secondCommittee(random: Random, charter: Charter): Charter {
	return {
		...charter,
		id: `${charter.id}-B`,
		name: {
			zh: charter.name.zh.replace('人民', '第二人民'),
			en: charter.name.en.replace("People's", "Second People's")
		},
		closedOn: anyDay(random, '2016-03-01', '2018-03-30')
	};
}
