import { isWeekend, lastDay, nextMonday, type Day } from '#cli/demo-city/calendar.ts';
import type { CaseType } from '#cli/demo-city/case-types.ts';
import { drawFrom } from '#cli/demo-city/draw.ts';
import type { Random } from '#cli/demo-city/random.ts';
import type { Handling } from './handling.ts';

export type Outcome = 'in_progress' | 'resolved' | 'not_resolved' | 'withdrawn' | 'transferred';

export interface Ending {
	outcome: Outcome;
	/** Absent while the case is in progress. */
	closedOn: Day | undefined;
}

export const daysAllowed = 30;

/** How the case ends, as far as it can be known on the last day of the data. */
export function endingOf(random: Random, opened: Day, type: CaseType, handling: Handling): Ending {
	const closed = closingDay(random, opened, type, handling);
	const outcome = finalOutcome(random, type, handling);
	// A few cases never come to an end; the rest of those in progress are simply recent.
	const isStuck = !handling.isOnTheSpot && random.isTrueWith(0.0008 * type.hardness);
	if (isStuck || closed > lastDay) return { outcome: 'in_progress', closedOn: undefined };
	return { outcome, closedOn: closed };
}

function closingDay(random: Random, opened: Day, type: CaseType, handling: Handling): Day {
	if (handling.isOnTheSpot) return Math.min(lastDay, opened + (random.isTrueWith(0.25) ? 1 : 0));
	const slowness = (0.82 + 0.18 * type.hardness) * (handling.isMajor ? 1.7 : 1);
	const closed = opened + 1 + Math.floor(random.logNormal(5.6 * slowness, 0.92));
	return isWeekend(closed) ? nextMonday(closed) : closed;
}

function finalOutcome(random: Random, type: CaseType, handling: Handling): Outcome {
	if (handling.isOnTheSpot) return 'resolved';
	const odds = type.hardness * (handling.isMajor ? 3 : 1);
	return drawFrom<Outcome>(
		{
			resolved: 1,
			not_resolved: 0.012 * odds,
			withdrawn: 0.007,
			transferred: 0.0045 * odds
		},
		random
	);
}
