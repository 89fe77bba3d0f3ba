import { caseMeasureOf } from './case-measure.ts';
import { formatAgainst, parseAgainst, type Against } from './against.ts';
import { daysOf, STEPS, type Step } from './calendar-steps.ts';
import { classesOfText, textOfClasses, type Classes } from './classes.ts';
import type { Dataset } from './dataset-index.ts';
import { facetsOf } from './facet.ts';
import { dayNumber, isoDay } from './period.ts';
import { daysOfPeriod, type Days } from './period-text.ts';
import { formatView, openingView, parseView, type View, type ViewNotice } from './view.ts';

/** Chosen values of a facet: only these, or all but these. */
export interface FacetPick {
	readonly codes: readonly string[];
	readonly isExcluded: boolean;
}

/**
 * What the Explore page looks at: a View whose period has days, and whose conditions lie on any facet. Parameters that a
 * View has mean the same here, so that a link leads from one page to the other.
 */
export interface Cut extends Omit<View, 'from' | 'to' | 'types'> {
	readonly span: Days;
	readonly step: Step;
	/** By facet; `area` holds codes of areas of the level that is drawn. A facet without a pick is not there. */
	readonly picks: Readonly<Record<string, FacetPick>>;
	/** How colour classes are found where not by quantiles. */
	readonly classes?: Classes | undefined;
	/** Rates and shares of areas are drawn towards that of all of them (empirical Bayes). */
	readonly smooth?: 'eb' | undefined;
	/** Code of the area whose profile is open; it is no condition. */
	readonly at?: string | undefined;
	/** What it is compared with; it is no condition either. */
	readonly against?: Against | undefined;
}

export interface CutNotice {
	readonly field: ViewNotice['field'] | 'by' | 'pick' | 'at' | 'classes' | 'smooth' | 'against';
	readonly value: string;
}

/** Longest value of a link that a notice repeats, and how many notices are worth reading. */
const LONGEST = 40;
const MOST = 5;

export function openingCut(dataset: Dataset): Cut {
	const { area, level, indicator, sort, ascending, from, to } = openingView(dataset);
	const all = daysOf(dataset);
	const { first, last } = daysOfPeriod(`${from}/${to}`, ['months']) ?? all;
	const span = { first: Math.max(first, all.first), last: Math.min(last, all.last) };
	return { area, level, indicator, sort, ascending, span, step: 'month', picks: {} };
}

/** Reads a link. Whatever does not fit the dataset is replaced by what opens, and said. */
export function parseCut(
	dataset: Dataset,
	params: URLSearchParams
): { cut: Cut; notices: CutNotice[] } {
	const opening = openingCut(dataset);
	const shared = new URLSearchParams(params);
	for (const name of ['from', 'to']) shared.delete(name);
	// Measures of the cases are this page's own: a View knows only what the manifest defines.
	const measure = caseMeasureOf(dataset, params.get('show') ?? '');
	if (measure !== undefined) shared.delete('show');
	const { view, notices: ofView } = parseView(dataset, shared);
	const notices: CutNotice[] = [...ofView];
	const say = (field: CutNotice['field'], value: string): void => {
		notices.push({ field, value: value.slice(0, LONGEST) });
	};

	const end = (name: 'from' | 'to', otherwise: number): number => {
		const text = params.get(name);
		if (text === null) return otherwise;
		const days = daysOfText(text);
		const all = daysOf(dataset);
		if (!days || days.last < all.first || days.first > all.last) {
			say(name, text);
			return otherwise;
		}
		return name === 'from' ? Math.max(days.first, all.first) : Math.min(days.last, all.last);
	};
	let span = { first: end('from', opening.span.first), last: end('to', opening.span.last) };
	if (span.first > span.last) {
		say('period', `${isoDay(span.first)} – ${isoDay(span.last)}`);
		span = { ...opening.span };
	}

	const by = params.get('by');
	const step = STEPS.find((one) => one === by);
	if (by !== null && !step) say('by', by);

	const classesText = params.get('classes');
	const classes = classesText === null ? undefined : classesOfText(classesText);
	if (classesText !== null && !classes) say('classes', classesText);

	const smoothing = params.get('smooth');
	const isSmoothed = smoothing === 'eb';
	if (smoothing !== null && !isSmoothed) say('smooth', smoothing);

	const at = params.get('at');
	const isProfiled = at !== null && dataset.areas.position.has(at);
	if (at !== null && !isProfiled) say('at', at);

	const text = params.get('against');
	const against = text === null ? undefined : parseAgainst(dataset, text);
	if (text !== null && !against) say('against', text);

	const known = new Map(facetsOf(dataset).map(({ id, codes }) => [id, new Set(codes)]));
	known.set('area', new Set(dataset.areas.codes));
	const picks: Record<string, FacetPick> = {};
	if (view.types.length > 0) picks['type'] = { codes: view.types, isExcluded: false };
	for (const [name, text] of params) {
		const [, how, facet = ''] = /^(in|not)\.(.*)$/s.exec(name) ?? [];
		if (how === undefined) continue;
		const codes = known.get(facet);
		if (!codes || Object.hasOwn(picks, facet)) {
			say('pick', codes ? text : name);
			continue;
		}
		const chosen = [...new Set(text.split(','))].filter((code) => code !== '');
		for (const code of chosen) if (!codes.has(code)) say('pick', code);
		const kept = chosen.filter((code) => codes.has(code));
		if (kept.length > 0) picks[facet] = { codes: kept, isExcluded: how === 'not' };
	}
	const { area, level, sort, ascending } = view;
	const indicator = measure ?? view.indicator;
	const cut = { area, level, indicator, sort, ascending, span, step: step ?? opening.step, picks };
	return {
		cut: {
			...cut,
			...(classes && classes !== 'quantile' && { classes }),
			...(isSmoothed && { smooth: smoothing }),
			...(isProfiled && { at }),
			...(against && { against })
		},
		notices: notices.slice(0, MOST)
	};
}

/** Writes a link that says only what differs from the opening cut, always in the same order. */
export function formatCut(dataset: Dataset, cut: Cut): URLSearchParams {
	const opening = openingCut(dataset);
	const { from, to } = openingView(dataset);
	const { picks } = cut;
	const types = picks['type'];
	const included = types && !types.isExcluded ? types.codes.filter((code) => code !== '-') : [];
	// Cases of no stated type are none of a View's types: the whole pick then goes under its longer name.
	const isShared = included.length > 0 && included.length === types?.codes.length;
	const params = formatView(dataset, { ...cut, from, to, types: isShared ? included : [] });
	if (cut.span.first !== opening.span.first) params.set('from', startText(dataset, cut.span.first));
	if (cut.span.last !== opening.span.last) params.set('to', endText(dataset, cut.span.last));
	if (cut.step !== opening.step) params.set('by', cut.step);
	for (const facet of Object.keys(picks).sort()) {
		const pick = picks[facet];
		if (!pick || pick.codes.length === 0 || (facet === 'type' && isShared)) continue;
		params.set(`${pick.isExcluded ? 'not' : 'in'}.${facet}`, pick.codes.join(','));
	}
	if (cut.classes !== undefined && cut.classes !== 'quantile') {
		params.set('classes', textOfClasses(cut.classes));
	}
	if (cut.smooth !== undefined) params.set('smooth', cut.smooth);
	if (cut.at !== undefined) params.set('at', cut.at);
	if (cut.against) params.set('against', formatAgainst(cut.against));
	return params;
}

/** A cut without what was picked on a facet, or with another pick. */
export function withPick(cut: Cut, facet: string, pick: FacetPick | undefined): Cut {
	const others = Object.fromEntries(Object.entries(cut.picks).filter(([id]) => id !== facet));
	const isLeft = pick !== undefined && pick.codes.length > 0;
	return { ...cut, picks: isLeft ? { ...others, [facet]: pick } : others };
}

/** Whole months are written as months, as a View writes them. */
function startText(dataset: Dataset, day: number): string {
	const text = isoDay(day);
	return text.endsWith('-01') || day === daysOf(dataset).first ? text.slice(0, 7) : text;
}

function endText(dataset: Dataset, day: number): string {
	const isMonthEnd = isoDay(day + 1).endsWith('-01') || day === daysOf(dataset).last;
	return isMonthEnd ? isoDay(day).slice(0, 7) : isoDay(day);
}

/** The days of "2018-03" or of "2018-03-09"; undefined for anything else. */
function daysOfText(text: string): Days | undefined {
	const ofMonth = daysOfPeriod(text, ['month']);
	if (ofMonth) return ofMonth;
	const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
	const number = dayNumber(Number(year), Number(month), Number(day));
	return number === undefined ? undefined : { first: number, last: number };
}
