import { levelsBelow } from './area.ts';
import type { Dataset } from './dataset-index.ts';
import { monthNumber, monthOf, type Month } from './period.ts';

export const SORTS = ['value', 'numerator', 'denominator', 'name'] as const;
export type Sort = (typeof SORTS)[number];

/** What is being looked at. The View is the URL: one shape, `parseView` and `formatView`. */
export interface View {
	/** Code of the area that is open. */
	readonly area: string;
	/** Id of the level whose areas are drawn inside it. */
	readonly level: string;
	readonly from: Month;
	readonly to: Month;
	/** Codes of either level of the type list; none means all. */
	readonly types: readonly string[];
	readonly indicator: string;
	readonly sort: Sort;
	readonly ascending: boolean;
}

/** A part of a link that could not be understood and was replaced. */
export interface ViewNotice {
	readonly field: 'area' | 'level' | 'from' | 'to' | 'period' | 'type' | 'show' | 'sort';
	readonly value: string;
}

/** Longest value of a link that a notice repeats: a hostile one must not fill the screen. */
const LONGEST = 40;

export function openingView(dataset: Dataset): View {
	const { opening } = dataset.index.manifest;
	return {
		area: dataset.areas.codes[0] ?? '',
		level: opening.level,
		from: opening.from,
		to: opening.to,
		types: [],
		indicator: opening.indicator,
		sort: 'value',
		ascending: false
	};
}

/** The level that is drawn when an area is opened: the next finer one that it has, else its own. */
export function levelInside(dataset: Dataset, area: string): string {
	const { manifest } = dataset.index;
	const at = dataset.areas.position.get(area) ?? 0;
	if (at === 0) return manifest.opening.level;
	const finer = levelsBelow(dataset.areas, at)[0];
	return manifest.levels[finer ?? dataset.areas.level[at] ?? 0]?.id ?? manifest.opening.level;
}

/** Reads a link. Whatever does not fit the dataset is replaced by what opens, and said. */
export function parseView(
	dataset: Dataset,
	params: URLSearchParams
): { view: View; notices: ViewNotice[] } {
	const { manifest } = dataset.index;
	const opening = openingView(dataset);
	const notices: ViewNotice[] = [];
	const take = <T>(
		field: ViewNotice['field'],
		read: (text: string) => T | undefined,
		otherwise: T
	): T => {
		const text = params.get(field);
		if (text === null) return otherwise;
		const value = read(text);
		if (value === undefined) notices.push({ field, value: text.slice(0, LONGEST) });
		return value ?? otherwise;
	};

	const area = take(
		'area',
		(text) => (dataset.areas.position.has(text) ? text : undefined),
		opening.area
	);
	const at = dataset.areas.position.get(area) ?? 0;
	const possible = levelsBelow(dataset.areas, at).map((level) => manifest.levels[level]?.id);
	const level = take(
		'level',
		(text) => (possible.includes(text) || text === levelInside(dataset, area) ? text : undefined),
		levelInside(dataset, area)
	);

	const { first, count } = dataset.months;
	const inside = (text: string): Month | undefined => {
		const month = monthNumber(text);
		return month !== undefined && month >= first && month < first + count ? text : undefined;
	};
	let from = take('from', inside, opening.from);
	let to = take('to', inside, opening.to);
	if (from > to) {
		notices.push({ field: 'period', value: `${from} – ${to}` });
		({ from, to } = opening);
	}

	const types: string[] = [];
	for (const code of new Set((params.get('type') ?? '').split(',').filter((part) => part !== ''))) {
		if (dataset.codes['type']?.position.has(code)) types.push(code);
		else notices.push({ field: 'type', value: code.slice(0, LONGEST) });
	}

	const indicator = take(
		'show',
		(text) => manifest.indicators.find((one) => one.id === text)?.id,
		opening.indicator
	);
	const sorting = take(
		'sort',
		(text) => {
			const sort = SORTS.find((one) => one === text.replace(/^-/, ''));
			return sort && { sort, ascending: !text.startsWith('-') };
		},
		{ sort: opening.sort, ascending: opening.ascending }
	);
	return {
		view: { area, level, from, to, types, indicator, ...sorting },
		notices: notices.slice(0, 5)
	};
}

/** Writes a link that says only what differs from the opening view, always in the same order. */
export function formatView(dataset: Dataset, view: View): URLSearchParams {
	const opening = openingView(dataset);
	const params = new URLSearchParams();
	if (view.area !== opening.area) params.set('area', view.area);
	if (view.level !== levelInside(dataset, view.area)) params.set('level', view.level);
	if (view.from !== opening.from) params.set('from', view.from);
	if (view.to !== opening.to) params.set('to', view.to);
	if (view.types.length > 0) params.set('type', view.types.join(','));
	if (view.indicator !== opening.indicator) params.set('show', view.indicator);
	if (view.sort !== opening.sort || view.ascending !== opening.ascending) {
		params.set('sort', `${view.ascending ? '' : '-'}${view.sort}`);
	}
	return params;
}

/** The months of a dataset, first to last. */
export function monthsOf(dataset: Dataset): Month[] {
	return Array.from({ length: dataset.months.count }, (_, i) => monthOf(dataset.months.first + i));
}
