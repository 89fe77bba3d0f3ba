import { asOf, daysBetween, plusDays } from '#cli/demo-city/books/dates.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';
import type { DutyStep } from './duty.ts';
import { officeDayUntil } from './office-days.ts';

/** How far a duty has come, and whether it is past its day. */
export interface Stage {
	status: DutyStep;
	isOverdue: boolean;
}

export interface Course {
	assignedOn: string;
	dueOn: string;
	steps: readonly { step: DutyStep; on: string }[];
}

const beginning: readonly DutyStep[] = ['assigned', 'signed', 'working', 'reported'];

/** The steps up to a status; one that is asked for or pressed may not have reported yet. */
function pathTo(random: Random, status: DutyStep): DutyStep[] {
	const place = beginning.indexOf(status);
	if (place >= 0) return beginning.slice(0, place + 1);
	const isAsked = status === 'extension_asked' || status === 'supervised';
	if (isAsked) return [...beginning.slice(0, random.isTrueWith(0.5) ? 3 : 4), status];
	if (status === 'closing_asked') return [...beginning, status];
	const detour: DutyStep[] = random.isTrueWith(0.3) ? ['extension_asked'] : [];
	const ending: DutyStep[] = ['closing_asked', 'closed', 'revisited'];
	return [...beginning, ...detour, ...ending.slice(0, ending.indexOf(status) + 1)];
}

export function courseOf(random: Random, stage: Stage): Course {
	const path = pathTo(random, stage.status);
	const daysAllowed = elementAt([60, 90, 120], random.integer(3));
	const { assignedOn, lastOn } = spanOf(random, stage, daysAllowed);
	const dueOn = officeDayUntil(plusDays(assignedOn, daysAllowed));
	const days = daysOn(random, assignedOn, lastOn, path.length);
	const steps = path.map((step, index) => ({ step, on: elementAt(days, index) }));
	return { assignedOn, dueOn, steps };
}

/** From the assignment to the last step taken. */
function spanOf(
	random: Random,
	{ status, isOverdue }: Stage,
	daysAllowed: number
): { assignedOn: string; lastOn: string } {
	const from = (assigned: string, days: number) => {
		const assignedOn = officeDayUntil(assigned);
		return { assignedOn, lastOn: officeDayUntil(plusDays(assignedOn, days)) };
	};
	if (isOverdue) {
		// A week after the due day there has been a working day on which it could be pressed.
		const daysLate = 8 + random.integer(40);
		const days = daysToLastStep(random, status, daysAllowed);
		return from(plusDays(asOf, -daysAllowed - daysLate), days);
	}
	if (status === 'closed' || status === 'revisited') {
		const assigned = plusDays('2018-01-10', random.integer(80));
		return from(assigned, daysAllowed - 12 + random.integer(20));
	}
	if (status === 'assigned') return from(plusDays(asOf, -1 - random.integer(2)), 0);
	// Recent enough that its day is still to come, old enough for the steps it has taken.
	const age = status === 'signed' ? 4 + random.integer(8) : 18 + random.integer(36);
	const assignedOn = officeDayUntil(plusDays(asOf, -age));
	return from(assignedOn, Math.ceil(daysBetween(assignedOn, asOf) * 0.8));
}

/** What is past its day was worked on and left, or an extension was asked for in time, or it was pressed afterwards. */
function daysToLastStep(random: Random, status: DutyStep, daysAllowed: number): number {
	if (status === 'supervised') return daysAllowed + 3 + random.integer(4);
	return status === 'extension_asked' ? daysAllowed - 4 : 30;
}

/** The first day, the last day, and office days between them, in order; what is assigned is signed for at once. */
function daysOn(random: Random, first: string, last: string, count: number): string[] {
	if (count === 1) return [first];
	const room = daysBetween(first, last);
	const signedAfter = Math.min(room, 1 + random.integer(3));
	const between = Array.from(
		{ length: Math.max(0, count - 3) },
		() => signedAfter + random.integer(room - signedAfter + 1)
	);
	const days = count === 2 ? [] : [signedAfter, ...between.sort((one, other) => one - other)];
	return [first, ...days.map((after) => officeDayUntil(plusDays(first, after))), last];
}
