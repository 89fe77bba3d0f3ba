import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { placesOf } from '#cli/demo-city/books/places.ts';
import { Random } from '#cli/demo-city/random.ts';

export const surveyColumns = ['id', 'area', 'period', 'measure', 'n', 'value', 'method'] as const;

export interface SurveyRow {
	id: string;
	area: string;
	period: string;
	measure: 'safety' | 'satisfaction' | 'recognition';
	/** People who answered. */
	n: number;
	/** The share of them that is satisfied. */
	value: number;
	method: string;
}

const askedPerCounty = 600;
const satisfied = 0.934;

/** One telephone survey of satisfaction; the city is all who were asked in its counties together. */
export function surveysOf(seed: number, city: BookCity): SurveyRow[] {
	const random = new Random(seed, 'survey');
	const places = placesOf(city);
	const counties = places.counties.map(({ code }) => {
		const n = askedPerCounty + random.integer(15);
		const share = satisfied + random.between(-0.025, 0.025);
		return { code, n, yes: Math.round(n * share) };
	});
	const whole = {
		code: places.city.code,
		n: counties.reduce((sum, { n }) => sum + n, 0),
		yes: counties.reduce((sum, { yes }) => sum + yes, 0)
	};
	return [whole, ...counties].map(({ code, n, yes }) => ({
		id: `SV-2018-06-${code}`,
		area: code,
		period: '2018-06',
		measure: 'satisfaction',
		n,
		value: Number((yes / n).toFixed(4)),
		method: 'telephone'
	}));
}
