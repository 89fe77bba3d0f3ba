import type { Area, CityByHand, View } from '../by-hand/city.ts';
import { classOf } from '../by-hand/classes.ts';
import { opening } from '../by-hand/demo-city.ts';
import { figureOf } from '../by-hand/figure.ts';

export const townshipsOf = (city: CityByHand): Area[] =>
	city.areas.filter(({ level }) => level === opening.level);

/** The colour class of each township that can be judged. */
export async function classesByCode(city: CityByHand, view: View): Promise<Map<string, number>> {
	const counts = await city.countsByArea(view);
	const indicator = city.indicators.find(({ id }) => id === view.indicator);
	if (!indicator) throw new RangeError(`There is no ${view.indicator}.`);
	const judged = townshipsOf(city).flatMap((area) => {
		const { value, judged: isJudged } = figureOf(indicator, counts.get(area.code), area);
		return isJudged && value !== undefined ? [{ code: area.code, value }] : [];
	});
	const values = judged.map(({ value }) => value);
	const digits = indicator.kind === 'share' ? 3 : 2;
	return new Map(judged.map(({ code, value }) => [code, classOf(value, values, digits)]));
}
