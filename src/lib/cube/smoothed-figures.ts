import type { Indicator } from '#lib/domain/indicator.ts';
import { marshallRates } from '#lib/stats/marshall.ts';
import { smoothedShares } from '#lib/stats/smoothed-shares.ts';
import type { AreaReading } from './reading.ts';

/** Whether a measure has a denominator by which an area's figure says more or less. */
export function isSmoothable({ kind }: Indicator): boolean {
	return kind === 'rate' || kind === 'share';
}

/**
 * Areas with their values drawn towards that of all of them: rates after Marshall, shares with the binomial's variance.
 * Whatever has a denominator is judged, however few its cases: few cases are what smoothing is for. The interval stays that
 * of the figure as it was counted, which is kept as `raw`.
 */
export function smoothed(
	indicator: Indicator,
	areas: readonly Omit<AreaReading, 'colour'>[]
): Omit<AreaReading, 'colour'>[] {
	const counts = areas.map(({ figure }) => figure.numerator);
	const denominators = areas.map(({ figure }) => figure.denominator);
	const isRate = indicator.kind === 'rate';
	const { rates } = (isRate ? marshallRates : smoothedShares)(counts, denominators);
	return areas.map(({ position, figure }, i) => {
		const rate = rates[i];
		const value = rate === undefined ? undefined : rate * (isRate ? indicator.per : 1);
		const state = value === undefined ? 'no_denominator' : 'ok';
		return { position, figure: { ...figure, value, state }, raw: figure };
	});
}
