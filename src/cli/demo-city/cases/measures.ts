import type { Home } from '#cli/demo-city/areas.ts';
import { dayOf, firstDay, lastDay, mondayOf } from '#cli/demo-city/calendar.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { moranOf } from './moran.ts';
import type { CaseRow } from './case-row.ts';

/** A property of the whole case book and the range in which a believable city has it. */
export interface Measure {
	id: string;
	value: number;
	least: number;
	most: number;
}

/** Whether the books look like those of a real city: printed when they are written, and held to their ranges by a test. */
export function measuresOf(homes: readonly Home[], cases: readonly CaseRow[]): Measure[] {
	const since2018 = cases.filter((each) => String(each.opened_on) >= '2018-01-01');
	const rates = ratesOf(homes, since2018, ({ code }) => code);
	const townships = ratesOf(homes, since2018, ({ township }) => township);
	const share = (holds: (each: CaseRow) => boolean) => cases.filter(holds).length / cases.length;
	return [
		{ id: 'dispersion_township_week', value: dispersion(homes, cases), least: 1.05, most: 1.8 },
		{ id: 'moran_village_rates', value: moranOf(rates), least: 0.2, most: 0.6 },
		{ id: 'moran_township_rates', value: moranOf(townships), least: 0.2, most: 0.6 },
		{
			id: 'land_farming_against_winter',
			value: monthsAgainst(cases, 'land_contract', ['04', '05', '06'], ['12', '01', '02']),
			least: 1.6,
			most: 3.5
		},
		{
			id: 'neighbours_summer_against_winter',
			value: monthsAgainst(cases, 'neighbourhood', ['06', '07', '08'], ['12', '01', '02']),
			least: 1.3,
			most: 2.2
		},
		{
			id: 'wages_winter_against_summer',
			value: monthsAgainst(cases, 'labour', ['12', '01'], ['06', '07', '08']),
			least: 1.6,
			most: 4
		},
		{ id: 'repeat_share', value: share((each) => each.repeat === 'yes'), least: 0.04, most: 0.09 },
		{
			id: 'discovered_share',
			value: share((each) => String(each.source).startsWith('screening')),
			least: 0.2,
			most: 0.35
		}
	];
}

/** Pearson's chi-squared over its degrees of freedom, township by week, about the product of the margins. */
function dispersion(homes: readonly Home[], cases: readonly CaseRow[]): number {
	const townships = [...new Set(homes.map((home) => home.township))];
	const rowOf = new Map(townships.map((code, i) => [code, i]));
	const weeks = (mondayOf(lastDay) - mondayOf(firstDay)) / 7 + 1;
	const counts = new Float64Array(townships.length * weeks);
	const rows = new Float64Array(townships.length);
	const columns = new Float64Array(weeks);
	let total = 0;
	for (const { area, opened_on } of cases) {
		const row = rowOf.get(`${String(area).slice(0, 9)}000`);
		if (row === undefined) continue;
		const column = (mondayOf(dayOf(String(opened_on))) - mondayOf(firstDay)) / 7;
		counts[row * weeks + column] = elementAt(counts, row * weeks + column) + 1;
		rows[row] = elementAt(rows, row) + 1;
		columns[column] = elementAt(columns, column) + 1;
		total += 1;
	}
	let sum = 0;
	counts.forEach((count, i) => {
		const expected =
			(elementAt(rows, Math.floor(i / weeks)) * elementAt(columns, i % weeks)) / total;
		sum += ((count - expected) * (count - expected)) / expected;
	});
	return sum / ((townships.length - 1) * (weeks - 1));
}

/** Cases per month of one season over cases per month of another. */
function monthsAgainst(
	cases: readonly CaseRow[],
	type: string,
	these: readonly string[],
	those: readonly string[]
): number {
	const perMonth = (months: readonly string[]) =>
		cases.filter(
			(each) => each.type === type && months.includes(String(each.opened_on).slice(5, 7))
		).length / months.length;
	return perMonth(these) / perMonth(those);
}

interface Place {
	rate: number;
	neighbours: readonly number[];
}

/** Cases per head of groups of villages, and which groups touch. */
function ratesOf(
	homes: readonly Home[],
	cases: readonly CaseRow[],
	groupOf: (home: Home) => string
): Place[] {
	const groups = [...new Set(homes.map(groupOf))];
	const position = new Map(groups.map((group, i) => [group, i]));
	const groupOfVillage = new Map(
		homes.map((home) => [home.code, position.get(groupOf(home)) ?? -1])
	);
	const places = groups.map(() => ({ count: 0, people: 0, around: new Set<number>() }));
	homes.forEach((home) => {
		const own = groupOfVillage.get(home.code) ?? -1;
		const place = elementAt(places, own);
		place.people += home.population;
		for (const code of home.neighbours) {
			const other = groupOfVillage.get(code);
			if (other !== undefined && other !== own) place.around.add(other);
		}
	});
	for (const { area } of cases) {
		const group = groupOfVillage.get(String(area));
		if (group !== undefined) elementAt(places, group).count += 1;
	}
	return places.map(({ count, people, around }) => ({
		rate: count / people,
		neighbours: [...around]
	}));
}
