import type { Figure } from '#lib/cube/figure.ts';
import type { PeerMeasure } from '#lib/cube/peer-measures.ts';
import { formatCount, formatNumber, formatValue } from '#lib/domain/format.ts';
import { inLocale, type Locale } from '#lib/domain/text.ts';
import { m } from '#lib/i18n/messages/messages.js';
import { arithmeticText } from '#lib/panels/describe.ts';

type Measured = Pick<PeerMeasure, 'indicator'>;

/** What a measure of a profile is called: an indicator, or the median days. */
export function measureName({ indicator }: Measured, locale: Locale): string {
	return indicator ? inLocale(indicator.name, locale) : m.explore_median();
}

/** A number of a measure without its interval. */
export function measureValue({ indicator }: Measured, value: number | undefined): string {
	if (indicator) return formatValue(indicator, value);
	if (value === undefined) return '—';
	return m.explore_days({ days: formatNumber(Number(value.toFixed(1))) });
}

/** Short, for an axis. */
export function measureTick({ indicator }: Measured, value: number): string {
	if (!indicator || indicator.kind === 'count') return formatNumber(Number(value.toPrecision(6)));
	return formatValue(indicator, value);
}

/** What a figure is made of: "38 ÷ 40", or the closed cases of a median. */
export function measureBasis({ indicator }: Measured, figure: Figure): string {
	if (indicator) return arithmeticText(indicator, figure);
	return m.explore_of_closed({ n: formatCount(figure.denominator) });
}

/** "[80.1–112.4]"; nothing where there is none. */
export function measureInterval(measure: Measured, { low, high }: Figure): string {
	if (low === undefined || high === undefined) return '';
	return `[${measureValue(measure, low)}–${measureValue(measure, high)}]`;
}

/** "Higher than 41 of 59 (12 beyond chance); lower than 18 (3 beyond chance)"; nothing where it cannot be judged. */
export function standingText({ standing, peers }: PeerMeasure, locale: Locale): string {
	if (!standing || standing.of === 0) return '';
	const { above, aboveBeyond, below, belowBeyond, of } = standing;
	const parts = [
		m.profile_above({ of, above, beyond: aboveBeyond }),
		m.profile_below({ below, beyond: belowBeyond })
	];
	const equal = of - above - below;
	if (equal > 0) parts.push(m.profile_equal({ count: equal }));
	if (peers.length > of) parts.push(m.profile_unjudged({ count: peers.length - of }));
	return parts.join(locale === 'en' ? '; ' : '；');
}

const KINDS: Readonly<Record<string, () => string>> = {
	coordination_centre: m.org_coordination_centre,
	people_mediation_committee: m.org_people_mediation_committee,
	marriage_family_room: m.org_marriage_family_room,
	medical_committee: m.org_medical_committee,
	traffic_platform: m.org_traffic_platform,
	labour_tribunal: m.org_labour_tribunal,
	consumer_station: m.org_consumer_station,
	school_committee: m.org_school_committee,
	property_window: m.org_property_window,
	third_party_platform: m.org_third_party_platform,
	pilot: m.org_pilot
};

export function organisationKind(kind: string): string {
	return KINDS[kind]?.() ?? kind;
}

const STEPS: Readonly<Record<string, () => string>> = {
	assigned: m.step_assigned,
	signed: m.step_signed,
	working: m.step_working,
	reported: m.step_reported,
	extension_asked: m.step_extension_asked,
	supervised: m.step_supervised,
	closing_asked: m.step_closing_asked,
	closed: m.step_closed,
	revisited: m.step_revisited
};

export function dutyStep(step: string): string {
	return STEPS[step]?.() ?? step;
}
