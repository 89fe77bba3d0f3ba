import { cityOf, type Area } from './areas.ts';
import { caseColumns, casesOf } from './cases.ts';
import { caseGroups, caseTypes } from './case-types.ts';
import { csvOf } from './csv.ts';

/** The seed of the committed files in data/demo-city. */
export const demoCitySeed = 6;

/**
 * The invented city 云川: file name → text. The same seed gives the same bytes on every machine: no
 * clock, no locale, no platform randomness.
 */
export function generateDemoCity(seed: number): { files: Record<string, string> } {
	const { areas, homes, boundaries } = cityOf(seed);
	return {
		files: {
			'areas.csv': areasCsv(areas),
			'boundaries.topo.json': `${JSON.stringify(boundaries)}\n`,
			'cases.csv': csvOf(caseColumns, casesOf(seed, homes)),
			'types.csv': typesCsv()
		}
	};
}

function areasCsv(areas: readonly Area[]): string {
	const columns = [
		'code',
		'name_zh',
		'name_en',
		'level',
		'parent',
		'population',
		'households',
		'urban_rural',
		'lon',
		'lat'
	] as const;
	const rows = areas.map(({ name, urbanRural, ...area }) => ({
		...area,
		name_zh: name.zh,
		name_en: name.en,
		urban_rural: urbanRural
	}));
	return csvOf(columns, rows);
}

function typesCsv(): string {
	const rows = caseGroups.flatMap((group) => [
		{ ...group, parent: '' },
		...caseTypes.filter((type) => type.parent === group.code)
	]);
	return csvOf(['code', 'parent', 'zh', 'en'] as const, rows);
}
