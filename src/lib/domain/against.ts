import { areasAt } from './area.ts';
import { daysOf } from './calendar-steps.ts';
import type { Dataset } from './dataset-index.ts';
import { facetsOf } from './facet.ts';
import { dayNumber, isoDay, monthNumber } from './period.ts';
import type { Days } from './period-text.ts';

/**
 * What a cut is compared with: the same days a year before, the span of the same length just before, another area, or
 * another type of dispute.
 */
export type Against =
	{ readonly by: 'year' | 'before' } | { readonly by: 'area' | 'type'; readonly code: string };

/** Reads "year", "before", "area:<code>" or "type:<code>"; undefined for anything else and for codes that do not exist. */
export function parseAgainst(dataset: Dataset, text: string): Against | undefined {
	if (text === 'year' || text === 'before') return { by: text };
	const [, by, code = ''] = /^(area|type):(.*)$/s.exec(text) ?? [];
	if (by === 'area') return dataset.areas.position.has(code) ? { by, code } : undefined;
	if (by === 'type') return typesOf(dataset).includes(code) ? { by, code } : undefined;
	return undefined;
}

export function formatAgainst(against: Against): string {
	return 'code' in against ? `${against.by}:${against.code}` : against.by;
}

/** The codes of the types that cases can be divided by, those of no stated type last; none where there is but one. */
export function typesOf(dataset: Dataset): readonly string[] {
	return facetsOf(dataset).find(({ id }) => id === 'type')?.codes ?? [];
}

/**
 * The days that a span is compared with: the same ones a year before (29 February becomes the 28th), or as many just
 * before. Whole months go with whole months, as a report counts them. They may lie before the data.
 */
export function daysBefore({ first, last }: Days, by: 'year' | 'before'): Days {
	const begins = isoDay(first).endsWith('-01');
	const ends = isoDay(last + 1).endsWith('-01');
	if (by === 'year') return { first: monthsEarlier(first, 12), last: yearBefore(last, ends) };
	if (!begins || !ends) {
		return { first: first - (last - first + 1), last: first - 1 };
	}
	return { first: monthsEarlier(first, monthOfDay(last) - monthOfDay(first) + 1), last: first - 1 };
}

/** Whether days are all days of the data. */
export function isInData(dataset: Dataset, { first, last }: Days): boolean {
	const all = daysOf(dataset);
	return first >= all.first && last <= all.last;
}

/**
 * What a reader who asks for another area or type is shown first: of an area the one that it lies in, of the whole city
 * its first area; the first type that was not picked. Undefined where there is none.
 */
export function firstAgainst(
	dataset: Dataset,
	cut: {
		readonly area: string;
		readonly level: string;
		readonly picks: Readonly<Record<string, { readonly codes: readonly string[] }>>;
	},
	by: 'area' | 'type'
): Against | undefined {
	const { areas, codes, index } = dataset;
	if (by === 'type') {
		const tree = codes['type'];
		const isPicked = (code: string): boolean => cut.picks['type']?.codes.includes(code) ?? false;
		const code = typesOf(dataset).find((one) => {
			const at = tree?.position.get(one) ?? -1;
			return tree?.parent[at] === -1 && !isPicked(one);
		});
		return code === undefined ? undefined : { by, code };
	}
	const picked = cut.picks['area']?.codes;
	const own = areas.position.get(picked?.length === 1 ? (picked[0] ?? '') : cut.area) ?? 0;
	const level = index.manifest.levels.findIndex(({ id }) => id === cut.level);
	const around = areas.parent[own] ?? -1;
	const at = around >= 0 ? around : areasAt(areas, level, own).find((one) => one !== own);
	const code = at === undefined ? undefined : areas.codes[at];
	return code === undefined ? undefined : { by, code };
}

function monthOfDay(day: number): number {
	return monthNumber(isoDay(day).slice(0, 7)) ?? NaN;
}

/** The same day of an earlier month, or its last day where it has no such day. */
function monthsEarlier(day: number, months: number): number {
	const month = monthOfDay(day) - months;
	const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
	for (let date = Number(isoDay(day).slice(8)); date > 27; date--) {
		const found = dayNumber(year, inYear, date);
		if (found !== undefined) return found;
	}
	return dayNumber(year, inYear, Number(isoDay(day).slice(8))) ?? NaN;
}

/** The end of a month stays one: of February 2017 the year before ends on the 29th. */
function yearBefore(day: number, isMonthEnd: boolean): number {
	return isMonthEnd ? monthsEarlier(day + 1, 12) - 1 : monthsEarlier(day, 12);
}
