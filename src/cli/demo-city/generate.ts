import { cityOf, type Area, type Home } from './areas.ts';
import { caseColumns, casesOf } from './cases.ts';
import { caseGroups, caseTypes } from './case-types.ts';
import { zoneCode } from './codes.ts';
import { csvOf } from './csv.ts';
import { zoneName } from './names/townships.ts';

/** The seed of the committed files in data/demo-city. */
export const demoCitySeed = 16;

/**
 * The invented city 云川: file name → text. The same seed gives the same bytes on every machine: no
 * clock, no locale, no platform randomness.
 */
export function generateDemoCity(seed: number): { files: Record<string, string> } {
	const { areas, homes, boundaries, context } = cityOf(seed);
	return {
		files: {
			'areas.csv': areasCsv(areas),
			'boundaries.topo.json': `${JSON.stringify(boundaries)}\n`,
			'context.topo.json': `${JSON.stringify(context)}\n`,
			'zones.csv': zonesCsv(),
			'zone_areas.csv': zoneAreasCsv(homes),
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
		'pinyin',
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
		pinyin: name.pinyin,
		urban_rural: urbanRural
	}));
	return csvOf(columns, rows);
}

function zonesCsv(): string {
	const zone = { code: zoneCode, name_zh: zoneName.zh, name_en: zoneName.en };
	return csvOf(['code', 'name_zh', 'name_en'] as const, [zone]);
}

/** A zone is a grouping of villages beside the levels: each of them belongs to its township all the same. */
function zoneAreasCsv(homes: readonly Home[]): string {
	const members = homes.filter(({ inZone }) => inZone);
	return csvOf(
		['zone', 'area'] as const,
		members.map(({ code }) => ({ zone: zoneCode, area: code }))
	);
}

function typesCsv(): string {
	const rows = caseGroups.flatMap((group) => [
		{ ...group, parent: '' },
		...caseTypes.filter((type) => type.parent === group.code)
	]);
	return csvOf(['code', 'parent', 'zh', 'en'] as const, rows);
}
