import type { Home } from '#cli/demo-city/areas.ts';
import { lastDay, reportFrom, reportTo, type Day } from '#cli/demo-city/calendar.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { endingOf, type Ending } from './endings.ts';
import { handlingOf, type Handling } from './handling.ts';
import type { Occurrence } from './occurrences.ts';

/** A case before it is written down: all that decides what the report counts. */
export interface Draft extends Occurrence {
	home: Home;
	/** The day on which it got into the books; later for remote villages. */
	enteredOn: Day;
	handling: Handling;
	ending: Ending;
}

export function isInReport({ day }: Occurrence): boolean {
	return day >= reportFrom && day <= reportTo;
}

export function draftOf(random: Random, homes: readonly Home[], occurrence: Occurrence): Draft {
	const { day, village, type, campaign } = occurrence;
	const home = elementAt(homes, village);
	const handling = handlingOf(random, home, type, campaign);
	const ending = endingOf(random, day, type, handling);
	return { ...occurrence, home, enteredOn: day + delay(random, home), handling, ending };
}

/** Days until a case is written down: geometric, longer in the country. */
function delay(random: Random, { kind }: Home): number {
	const daily = { street: 0.55, town: 0.42, township: 0.34 }[kind];
	return Math.floor(Math.log(1 - random.next()) / Math.log(1 - daily));
}

/** What has reached the books by the last day: the weeks before it are not complete. */
export function isEntered({ enteredOn }: Draft): boolean {
	return enteredOn <= lastDay;
}
