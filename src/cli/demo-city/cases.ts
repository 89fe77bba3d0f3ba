import type { Home } from './areas.ts';
import { businessOf, firstDay, isoDate, lastDay, type Day } from './calendar.ts';
import { caseTypes, type CaseType } from './case-types.ts';
import { WeightedDraw } from './draw.ts';
import { valueOf } from './element-at.ts';
import { isAllowed } from './forbidden.ts';
import { handlingOf } from './handling.ts';
import { daysAllowed, endingOf } from './outcomes.ts';
import { Random } from './random.ts';
import { riskOf } from './risk.ts';
import { seasonalLevel } from './seasons.ts';

export const caseColumns = [
	'id',
	'opened_on',
	'due_on',
	'closed_on',
	'area',
	'handled_level',
	'type',
	'channel',
	'on_the_spot',
	'source',
	'outcome',
	'major',
	'people'
] as const;

export type CaseRow = Record<(typeof caseColumns)[number], string | number>;

const meanPerDay = 11.8;
const growthPerMonth = 0.021;

/** The case book, in the order in which it was written. */
export function casesOf(seed: number, homes: readonly Home[]): CaseRow[] {
	const homeOfType = placesOf(seed, homes);
	const random = new Random(seed, 'cases');
	const nextId = caseNumbers();
	const rows: CaseRow[] = [];
	let weather = 1;
	for (let day = firstDay; day <= lastDay; day += 1) {
		// Weeks differ by more than chance alone: the counts of the demo city are over-dispersed.
		if ((day - firstDay) % 7 === 0) weather = random.logNormal(1, 0.09);
		const types = new WeightedDraw(
			caseTypes,
			(type) => (type.weight / 1000) * seasonalLevel(type.season, day)
		);
		const growth = Math.pow(1 + growthPerMonth, (day - firstDay) / 30.4);
		const count = random.poisson(meanPerDay * types.total * growth * businessOf(day) * weather);
		for (let written = 0; written < count; written += 1) {
			const type = types.next(random);
			const home = valueOf(homeOfType, type).next(random);
			rows.push(rowOf(random, nextId(day), day, home, type));
		}
	}
	return rows;
}

function placesOf(seed: number, homes: readonly Home[]): Map<CaseType, WeightedDraw<Home>> {
	const risk = riskOf(seed, homes);
	return new Map(
		caseTypes.map((type) => {
			const perHead = (home: Home) => (home.kind === 'street' ? 1.7 * type.urban : 1);
			const weight = (home: Home) => home.population * valueOf(risk, home.code) * perHead(home);
			return [type, new WeightedDraw(homes, weight)];
		})
	);
}

/** Running numbers by year. One number is left out (see `forbidden.ts`); real books have gaps too. */
function caseNumbers(): (day: Day) => string {
	const used = new Map<string, number>();
	return (day) => {
		const year = isoDate(day).slice(0, 4);
		let number = (used.get(year) ?? 0) + 1;
		while (!isAllowed(number)) number += 1;
		used.set(year, number);
		return `YC-${year}-${String(number).padStart(6, '0')}`;
	};
}

function rowOf(random: Random, id: string, opened: Day, home: Home, type: CaseType): CaseRow {
	const handling = handlingOf(random, opened, home, type);
	const ending = endingOf(random, opened, type, handling);
	return {
		id,
		opened_on: isoDate(opened),
		due_on: isoDate(opened + daysAllowed),
		closed_on: ending.closedOn === undefined ? '' : isoDate(ending.closedOn),
		area: handling.area,
		handled_level: handling.handledLevel,
		type: type.code,
		channel: handling.channel,
		on_the_spot: yesNo(handling.isOnTheSpot),
		source: handling.source,
		outcome: ending.outcome,
		major: yesNo(handling.isMajor),
		people: handling.people
	};
}

function yesNo(isTrue: boolean): 'yes' | 'no' {
	return isTrue ? 'yes' : 'no';
}
