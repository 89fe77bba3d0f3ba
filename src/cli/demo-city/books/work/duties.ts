import type { BookArea, BookCity } from '#cli/demo-city/books/book-city.ts';
import { daysBetween } from '#cli/demo-city/books/dates.ts';
import { departmentsFor } from '#cli/demo-city/books/departments.ts';
import { placesOf } from '#cli/demo-city/books/places.ts';
import { unitsOf } from '#cli/demo-city/books/units.ts';
import { zone } from '#cli/demo-city/books/zone.ts';
import { WeightedDraw, drawFrom } from '#cli/demo-city/draw.ts';
import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import { isAllowed } from '#cli/demo-city/forbidden.ts';
import { Random } from '#cli/demo-city/random.ts';
import { courseOf, type Stage } from './duty-course.ts';
import type { DutyRow, DutyStep, DutyStepRow } from './duty.ts';

const counts: readonly [status: DutyStep, inTime: number, overdue: number][] = [
	['assigned', 2, 0],
	['signed', 4, 0],
	['working', 10, 2],
	['reported', 5, 0],
	['extension_asked', 2, 1],
	['supervised', 0, 5],
	['closing_asked', 4, 0],
	['closed', 9, 0],
	['revisited', 3, 0]
];

/** What becomes a hidden risk: the grave kinds far more often than their number. */
const shares = {
	expropriation: 9,
	labour: 7,
	property_management: 6,
	construction: 5,
	environment: 4,
	land_contract: 4,
	medical: 3,
	enterprise: 2,
	veterans: 2,
	tenure: 2,
	village_affairs: 2,
	contract: 2,
	marriage_family: 1,
	school: 1
};

const leastForZone = 3;
const departmentShare = 0.42;

/** The hidden-risk disputes handed to named units, and every step of each. */
export function dutiesOf(
	seed: number,
	city: BookCity
): { duties: DutyRow[]; history: DutyStepRow[] } {
	const random = new Random(seed, 'duties');
	const { townships } = placesOf(city);
	const inZone = new Set(city.homes.filter((home) => home.inZone).map((home) => home.township));
	const units = new Map(unitsOf(city).map((unit) => [unit.code, unit]));
	const places = drawnPlaces(random, townships, inZone);
	const nextId = dutyIds();
	const drafts = random
		.shuffled(stages())
		.map((stage, index) => ({
			status: stage.status,
			area: elementAt(places, index),
			isForZone: inZone.size > 0 && index < leastForZone,
			course: courseOf(random, stage)
		}))
		.sort((one, other) => daysBetween(other.course.assignedOn, one.course.assignedOn));
	const duties: DutyRow[] = [];
	const history: DutyStepRow[] = [];
	for (const { status, area, isForZone, course } of drafts) {
		const type = drawFrom(shares, random);
		const code = isForZone ? zone.code : unitFor(random, area, type);
		const unit = valueOf(units, code);
		const id = nextId();
		duties.push({
			id,
			area: area.code,
			unit: code,
			post_zh: unit.lead_post_zh,
			post_en: unit.lead_post_en,
			type,
			assigned_on: course.assignedOn,
			due_on: course.dueOn,
			status,
			closed_on: course.steps.find(({ step }) => step === 'closed')?.on ?? ''
		});
		history.push(...course.steps.map(({ step, on }) => ({ duty: id, on, step })));
	}
	return { duties, history };
}

function stages(): Stage[] {
	return counts.flatMap(([status, inTime, overdue]) => [
		...Array.from({ length: inTime }, () => ({ status, isOverdue: false })),
		...Array.from({ length: overdue }, () => ({ status, isOverdue: true }))
	]);
}

/** Townships in proportion to their people, the first of them where the zone has villages. */
function drawnPlaces(
	random: Random,
	townships: readonly BookArea[],
	inZone: ReadonlySet<string>
): BookArea[] {
	const everywhere = new WeightedDraw(townships, ({ population }) => population);
	const zoned = townships.filter(({ code }) => inZone.has(code));
	return stages().map((_, index) =>
		zoned.length > 0 && index < leastForZone
			? elementAt(zoned, random.integer(zoned.length))
			: everywhere.next(random)
	);
}

function unitFor(random: Random, area: BookArea, type: string): string {
	const members = departmentsFor(type);
	if (members.length === 0 || !random.isTrueWith(departmentShare)) return area.parent;
	return elementAt(members, random.integer(members.length)).code;
}

function dutyIds(): () => string {
	let number = 0;
	return () => {
		do number += 1;
		while (!isAllowed(number));
		return `HR-2018-${String(number).padStart(3, '0')}`;
	};
}
