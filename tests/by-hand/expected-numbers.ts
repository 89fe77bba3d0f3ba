import type { Area, CityByHand, Counts, Indicator, Language, View } from './city.ts';
import { classLimits } from './classes.ts';
import { figureOf, type Figure } from './figure.ts';
import type { PageNumbers } from './page-numbers.ts';
import { wording } from './wording.ts';
import {
	arithmeticText,
	figureText,
	limitsText,
	limitText,
	monthText,
	valueText,
	whole
} from './writing.ts';

interface AreaFigure {
	readonly area: Area;
	readonly figure: Figure;
}

/** What the books say of a View. */
export interface Expected {
	readonly numbers: PageNumbers;
	/** The card of an area that is drawn. */
	readonly card: (code: string) => string[];
}

export async function expectedNumbers(
	city: CityByHand,
	view: View,
	language: Language
): Promise<Expected> {
	const [byArea, byMonth] = [await city.countsByArea(view), await city.countsByMonth(view)];
	const indicator = named(city.indicators, view.indicator);
	const open = areaOf(city, view.area);
	const drawn = drawnAreas(city, view).map((area) => ({
		area,
		figure: figureOf(indicator, byArea.get(area.code), area)
	}));
	const total = figureOf(indicator, byArea.get(open.code), open);
	const cases = byArea.get(open.code)?.['cases'] ?? 0;
	const level = city.levels.find(({ id }) => id === view.level);
	const levelName = (drawn.length === 1 ? level?.one : level?.name)?.[language] ?? '';
	const numbers: PageNumbers = {
		chosen: wording(language, 'n_of_n', { n: whole(cases), all: whole(city.cases) }),
		headline: city.headline.map((id) => {
			const one = named(city.indicators, id);
			const figure = figureOf(one, byArea.get(open.code), open);
			return {
				id,
				value: figureText(one, figure, language),
				name: one.name[language],
				arithmetic: arithmeticText(figure)
			};
		}),
		sentence: sentenceOf(indicator, open, total, drawn, cases, language),
		drawn: wording(language, 'map_count_of', { count: String(drawn.length), level: levelName }),
		unlocated: unlocatedText(total, drawn, language),
		legend: legendTexts(indicator, drawn, language),
		table: inOrder(drawn, view, indicator, language).map(({ area, figure }) => [
			area.code,
			area.name[language],
			...cellsOf(indicator, figure, language)
		]),
		trend: city.months.map((month) =>
			trendRow(indicator, month, byMonth.get(month), open, language)
		)
	};
	return { numbers, card: (code) => cardOf(drawn, code, indicator, language) };
}

function named<T extends { readonly id: string }>(list: readonly T[], id: string): T {
	const found = list.find((one) => one.id === id);
	if (!found) throw new RangeError(`There is no "${id}".`);
	return found;
}

function areaOf(city: CityByHand, code: string): Area {
	const found = city.areas.find((area) => area.code === code);
	if (!found) throw new RangeError(`There is no area "${code}".`);
	return found;
}

/** Areas of the level that lie in the open one; an area without parts is drawn alone. */
export function drawnAreas(
	city: CityByHand,
	{ area: open, level }: Pick<View, 'area' | 'level'>
): Area[] {
	const byCode = new Map(city.areas.map((area) => [area.code, area]));
	const liesIn = (area: Area | undefined): boolean =>
		area !== undefined && (area.code === open || liesIn(byCode.get(area.parent)));
	return city.areas.filter((area) => area.level === level && liesIn(area));
}

function cellsOf(indicator: Indicator, figure: Figure, language: Language): string[] {
	const value = figureText(indicator, figure, language);
	if (figure.denominator === undefined) return [value];
	const arithmetic = [whole(figure.numerator), whole(figure.denominator), value];
	return figure.judged ? [...arithmetic, limitsText(indicator, figure)] : arithmetic;
}

/** As the head of the table says; areas that cannot be judged last, equal ones in the order of their codes. */
function inOrder(
	drawn: readonly AreaFigure[],
	{ sort, ascending }: View,
	indicator: Indicator,
	language: Language
): AreaFigure[] {
	const sign = ascending ? 1 : -1;
	if (sort === 'name') {
		const { compare } = new Intl.Collator(language === 'zh' ? 'zh-CN' : 'en');
		return [...drawn].sort((a, b) => sign * compare(a.area.name[language], b.area.name[language]));
	}
	const keyOf = ({ figure }: AreaFigure): number | undefined => {
		if (sort === 'value') return figure.judged ? figure.value : undefined;
		return indicator.kind === 'count' && sort === 'denominator' ? 0 : figure[sort];
	};
	return [...drawn].sort((a, b) => {
		const [x, y] = [keyOf(a), keyOf(b)];
		if (x === undefined || y === undefined)
			return Number(x === undefined) - Number(y === undefined);
		return sign * (x - y);
	});
}

/** Where several areas share the highest or lowest value, the first or last by code is named. */
function sentenceOf(
	indicator: Indicator,
	open: Area,
	figure: Figure,
	drawn: readonly AreaFigure[],
	cases: number,
	language: Language
): string {
	if (cases === 0) return wording(language, 'sentence_none');
	const inputs = {
		place: open.name[language],
		indicator: indicator.name[language],
		value: figureText(indicator, figure, language)
	};
	const judged = drawn.filter((one) => one.figure.judged);
	const values = judged.map((one) => one.figure.value ?? NaN);
	const highest = judged[values.indexOf(Math.max(...values))];
	const lowest = judged[values.lastIndexOf(Math.min(...values))];
	if (!highest || !lowest || judged.length < 2) return wording(language, 'sentence_one', inputs);
	const limits = (one: AreaFigure): readonly [number, number] => one.figure.interval ?? [NaN, NaN];
	const rivals = judged.filter((one) => one !== highest && limits(one)[1] >= limits(highest)[0]);
	const [from, to] = limitsText(indicator, highest.figure).split('–');
	return wording(language, rivals.length === 0 ? 'sentence_highest_alone' : 'sentence_highest', {
		...inputs,
		highest: highest.area.name[language],
		high: valueText(indicator, highest.figure),
		from: from ?? '',
		to: to ?? '',
		rivals: String(rivals.length),
		lowest: lowest.area.name[language],
		low: valueText(indicator, lowest.figure)
	});
}

function unlocatedText(figure: Figure, drawn: readonly AreaFigure[], language: Language): string {
	const placed = drawn.reduce((sum, one) => sum + one.figure.numerator, 0);
	const count = figure.numerator - placed;
	return count > 0 ? wording(language, 'map_unlocated', { count: whole(count) }) : '';
}

function legendTexts(
	indicator: Indicator,
	drawn: readonly AreaFigure[],
	language: Language
): string[] {
	const values = drawn.flatMap(({ figure }) =>
		figure.judged && figure.value !== undefined ? [figure.value] : []
	);
	const limits = classLimits(values, indicator.kind === 'share' ? 3 : 2);
	const texts = limits.map((limit) => limitText(indicator, limit));
	const [lowest] = texts;
	const highest = texts.at(-1);
	if (lowest === undefined || highest === undefined) {
		return values.length > 0 ? [wording(language, 'legend_all_equal')] : [];
	}
	return [
		wording(language, 'legend_low', { value: lowest }),
		...texts.slice(0, -1),
		wording(language, 'legend_high', { value: highest })
	];
}

function trendRow(
	indicator: Indicator,
	month: string,
	counts: Counts | undefined,
	open: Area,
	language: Language
): string[] {
	const figure = figureOf(indicator, counts, open);
	return [
		monthText(month, language),
		whole(figure.numerator),
		figureText(indicator, figure, language),
		arithmeticText(figure)
	];
}

function cardOf(
	drawn: readonly AreaFigure[],
	code: string,
	indicator: Indicator,
	language: Language
): string[] {
	const found = drawn.find(({ area }) => area.code === code);
	if (!found) throw new RangeError(`Area "${code}" is not drawn.`);
	const { area, figure } = found;
	const [low, high] = limitsText(indicator, figure).split('–');
	return [
		area.name[language],
		`${indicator.name[language]} ${figureText(indicator, figure, language)}`,
		arithmeticText(figure) || `${indicator.numeratorName[language]} ${whole(figure.numerator)}`,
		low !== undefined && high !== undefined
			? wording(language, 'figure_interval', { low, high })
			: ''
	];
}
