import type { Check, Cluster, HotspotArea } from '#lib/analysis/hotspot-request.ts';
import { CHECKS } from '#lib/analysis/hotspot-request.ts';
import { clusterMonths, monthSince } from '#lib/cube/cluster-months.ts';
import { leadingType } from '#lib/cube/leading-type.ts';
import { formatCount, formatMonth, formatPeriod } from '#lib/domain/format.ts';
import { monthNumber, monthOf } from '#lib/domain/period.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import type { FoundHotspots } from '#lib/state/hotspots.svelte.ts';

const CHECK_NAMES: Readonly<Record<Check, () => string>> = {
	rook: m.hotspot_check_rook,
	nearest: m.hotspot_check_nearest,
	raw: m.hotspot_check_raw,
	other_level: m.hotspot_check_other_level,
	no_campaigns: m.hotspot_check_no_campaigns
};

/** One sentence a line: what and how much, since when, which type, how sure, whether it stands without campaigns. */
export interface ClusterWords {
	readonly title: string;
	readonly lines: readonly string[];
	/** Checks that could be made, in their order, and whether the cluster stands in each. */
	readonly checks: readonly { readonly name: string; readonly stands: boolean }[];
	/** It is no longer there without what campaigns found. */
	readonly isOfCampaign: boolean;
}

export function clusterWords(found: FoundHotspots, cluster: Cluster, locale: Locale): ClusterWords {
	const { city, view, indicator, scope, details } = found;
	const { dataset } = city;
	const names = cluster.areas.map((i) => areaName(found, i, locale));
	const level = dataset.index.manifest.levels.find(({ id }) => id === view.level);
	const positions = positionsOf(found, cluster);
	const first = names[0] ?? '';
	const lines = [
		(cluster.isHigh ? m.hotspot_high : m.hotspot_low)({
			period: formatPeriod(view.from, view.to, locale),
			cases: formatCount(cluster.cases),
			expected: few(cluster.expected),
			ratio: cluster.ratio.toFixed(2),
			low: cluster.low.toFixed(2),
			high: cluster.high.toFixed(2)
		})
	];
	const last = (monthNumber(view.to) ?? NaN) - dataset.months.first;
	const since = monthSince(
		clusterMonths(dataset, found.cube, indicator.numerator, positions, scope),
		cluster.isHigh,
		last
	);
	lines.push(
		since === undefined
			? m.hotspot_not_now({ month: formatMonth(view.to, locale) })
			: m.hotspot_since({
					month: formatMonth(monthOf(dataset.months.first + since), locale),
					count: last - since + 1
				})
	);
	const type =
		details &&
		leadingType(dataset, details.byType, indicator.numerator, positions, scope, cluster.isHigh);
	if (type) {
		const name = inLocale(dataset.codes['type']?.names[type.type] ?? { zh: '', en: '' }, locale);
		lines.push(
			m.hotspot_type({ type: name, cases: formatCount(type.cases), expected: few(type.expected) })
		);
	}
	lines.push(
		m.hotspot_sure({
			p: pText(cluster.p),
			draws: formatCount(cluster.draws),
			tested: formatCount(found.result.tested)
		})
	);
	const { no_campaigns: without } = cluster.stands;
	if (without !== undefined) {
		lines.push(without ? m.hotspot_without_campaigns() : m.hotspot_only_campaigns());
	}
	return {
		title:
			names.length === 1
				? first
				: m.hotspot_title({
						name: first,
						count: names.length,
						level: inLocale(level?.name ?? { zh: '', en: '' }, locale)
					}),
		lines,
		checks: CHECKS.flatMap((check) => {
			const stands = cluster.stands[check];
			return stands === undefined ? [] : [{ name: CHECK_NAMES[check](), stands }];
		}),
		isOfCampaign: cluster.isHigh && without === false
	};
}

export const positionsOf = (found: FoundHotspots, cluster: Cluster): number[] =>
	cluster.areas.flatMap((i) => found.positions[i] ?? []);

export function areaName({ city, positions }: FoundHotspots, i: number, locale: Locale): string {
	const name = city.dataset.areas.names[positions[i] ?? -1];
	return inLocale(name ?? { zh: '', en: '' }, locale);
}

/** What an area is, in the words of the legend. */
export function areaVerdict(area: HotspotArea | undefined): string {
	if (!area) return m.hotspot_no_residents();
	if (area.unlike === 'high-low') return m.hotspot_high_low();
	if (area.unlike === 'low-high') return m.hotspot_low_high();
	if (area.p === undefined) return m.hotspot_island();
	return gradeWords(area.grade);
}

export function gradeWords(grade: HotspotArea['grade']): string {
	if (grade === 0) return m.hotspot_within_chance();
	const share = { 1: '10', 2: '5', 3: '1' }[Math.abs(grade)] ?? '';
	return grade > 0 ? m.hotspot_grade_high({ share }) : m.hotspot_grade_low({ share });
}

/** Expected numbers have one decimal while they are small. */
export const few = (value: number): string =>
	value < 100 ? value.toFixed(1) : formatCount(Math.round(value));

/** Two digits that mean something: 0.00002, 0.013. */
export function pText(p: number): string {
	if (Number.isNaN(p)) return '—';
	const digits = p >= 0.1 ? 2 : Math.min(6, 1 - Math.floor(Math.log10(p)));
	return p.toFixed(digits);
}
