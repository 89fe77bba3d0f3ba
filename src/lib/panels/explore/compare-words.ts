import type { Comparison } from '#lib/cube/comparison.ts';
import type { Change, Difference, Judged } from '#lib/cube/difference.ts';
import type { SizeLimits } from '#lib/cube/difference-classes.ts';
import { daysBefore, type Against } from '#lib/domain/against.ts';
import type { Sides } from '#lib/domain/compared-sides.ts';
import type { Cut, FacetPick } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { NOT_STATED } from '#lib/domain/facet.ts';
import { formatNumber } from '#lib/domain/format.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { absenceWord } from '#lib/ui/absence-word.ts';
import { spanInWords } from './cut-words.ts';

/** What the two sides are called. */
export function sideNames(
	dataset: Dataset,
	cut: Cut,
	against: Against,
	rest: Sides['rest'],
	locale: Locale
): [own: string, other: string] {
	if (!('code' in against)) {
		const before = daysBefore(cut.span, against.by);
		return [spanInWords(dataset, cut.span, locale), spanInWords(dataset, before, locale)];
	}
	const nameOf = (code: string): string => nameOfCode(dataset, against.by, code, locale);
	const whole = against.by === 'area' ? nameOf(cut.area) : m.compare_all_types();
	const names = [
		pickName(cut.picks[against.by], against.by, nameOf) ?? whole,
		nameOf(against.code)
	];
	const [own = '', other = ''] = names;
	return [
		rest === 'own' ? m.compare_rest({ name: own }) : own,
		rest === 'other' ? m.compare_rest({ name: other }) : other
	];
}

export function nameOfCode(
	dataset: Dataset,
	by: 'area' | 'type',
	code: string,
	locale: Locale
): string {
	if (by === 'type' && code === NOT_STATED) return m.explore_not_stated();
	const tree = by === 'area' ? dataset.areas : dataset.codes['type'];
	return inLocale(tree?.names[tree.position.get(code) ?? -1] ?? { zh: '', en: '' }, locale);
}

function pickName(
	pick: FacetPick | undefined,
	by: 'area' | 'type',
	nameOf: (code: string) => string
): string | undefined {
	const [first, ...others] = pick?.codes ?? [];
	if (!pick || first === undefined) return undefined;
	const input = { name: nameOf(first), count: others.length + 1 };
	const many = by === 'area' ? m.explore_areas_chosen : m.compare_types_chosen;
	const name = others.length === 0 ? input.name : many(input);
	return pick.isExcluded ? m.explore_not({ name }) : name;
}

/** "+12.5%", "−1.3 points"; "from none" where there was nothing before; nothing where there is no change to speak of. */
export function changeText(change: Change | undefined): string {
	if (!change) return '—';
	if (change.value === Infinity) return m.compare_new();
	return withUnit(change.kind, signed(change.kind, change.value));
}

/** "4.1% to 15.8%" with signs. */
export function changeInterval(change: Change | undefined): string {
	if (!change) return '';
	const { kind, low, high } = change;
	const limit = (value: number): string => {
		if (value === Infinity) return '∞';
		return kind === 'ratio' ? `${signed(kind, value)}%` : signed(kind, value);
	};
	return m.compare_interval({ low: limit(low), high: limit(high) });
}

/** Beyond or within chance, or why it cannot be said. */
export function verdictText({ state, isBeyond, change }: Judged): string {
	if (state !== 'ok') return absenceWord(state === 'too_few' ? 'too_few' : 'not_applicable');
	if (!isBeyond || !change) return m.compare_within();
	return isHigher(change) ? m.compare_higher() : m.compare_lower();
}

export function isHigher({ kind, value }: Change): boolean {
	return kind === 'ratio' ? value > 1 : value > 0;
}

/** Where a change stands in an order of changes, of ratios by their logarithm; what cannot be judged stands last. */
export function changeOrder({ change, state }: Difference): number {
	if (state !== 'ok' || !change) return -Infinity;
	return change.kind === 'ratio' ? Math.log(change.value) : change.value;
}

/** What a grade of the difference map means: 3 "higher by 50% or more", 0 "within chance". */
export function gradeText(grade: number, limits: SizeLimits, kind: Change['kind']): string {
	if (grade === 0) return m.compare_within();
	const number = (limit: number): string =>
		formatNumber(
			Math.round((kind === 'points' ? limit : grade > 0 ? limit - 1 : 1 - 1 / limit) * 1000) / 10
		);
	const [small, large] = limits;
	const from = withUnit(kind, number(small));
	const to = withUnit(kind, number(large));
	const size = Math.abs(grade);
	if (size === 3) return grade > 0 ? m.compare_higher_most({ to }) : m.compare_lower_most({ to });
	const between = m.compare_range({ from: kind === 'points' ? number(small) : from, to });
	const span = size === 2 ? between : m.compare_up_to({ from });
	return grade > 0 ? m.compare_higher_by({ span }) : m.compare_lower_by({ span });
}

/** How many areas lie above and below beyond chance, within it, and cannot be judged. */
export function countsOf({ areas }: Comparison): {
	higher: number;
	lower: number;
	within: number;
	few: number;
} {
	const grades = areas.map(({ grade }) => grade);
	return {
		higher: grades.filter((grade) => grade !== undefined && grade > 0).length,
		lower: grades.filter((grade) => grade !== undefined && grade < 0).length,
		within: grades.filter((grade) => grade === 0).length,
		few: grades.filter((grade) => grade === undefined).length
	};
}

function signed(kind: Change['kind'], value: number): string {
	const percent = (kind === 'ratio' ? value - 1 : value) * 100;
	const size = Math.abs(percent);
	const shown = formatNumber(Number(size.toFixed(size < 100 ? 1 : 0)));
	if (Number(size.toFixed(1)) === 0) return '0';
	return `${percent > 0 ? '+' : '−'}${shown}`;
}

function withUnit(kind: Change['kind'], number: string): string {
	return kind === 'ratio' ? `${number}%` : m.compare_points({ number });
}
