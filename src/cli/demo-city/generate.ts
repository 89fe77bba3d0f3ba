import { gzipSync, strToU8 } from 'fflate';
import { cityOf, type Area, type City } from './areas.ts';
import { campaignColumns, campaignRows } from './cases/campaigns.ts';
import { caseBookOf, sceneOf } from './cases/case-book.ts';
import { caseColumns, type CaseRow } from './cases/case-row.ts';
import { measuresOf, type Measure } from './cases/measures.ts';
import { truthOf, type Truth } from './cases/truth.ts';
import { caseGroups, caseTypes } from './case-types.ts';
import { csvOf } from './csv.ts';
import { packedWith } from './packing.ts';
import { rawFiles } from './raw/raw-files.ts';

/** The seed of the committed files in data/demo-city. */
export const demoCitySeed = 6;

export interface GeneratedCity {
	/** File name → content. */
	files: Record<string, string | Uint8Array>;
	measures: readonly Measure[];
	truth: Truth;
}

/**
 * The invented city 云川. The same seed gives the same bytes on every machine: no clock, no locale, no platform
 * randomness, and a packer of its own (zlib's output differs between builds).
 */
export function generateDemoCity(seed: number): GeneratedCity {
	const city = cityOf(seed);
	const scene = sceneOf(seed, city.homes);
	const cases = caseBookOf(seed, scene);
	return {
		files: { ...filesOf(city, cases), ...rawFiles(seed, city.areas, cases) },
		measures: measuresOf(city.homes, cases),
		truth: truthOf(seed, scene.plants)
	};
}

function filesOf({ areas, boundaries }: City, cases: readonly CaseRow[]): GeneratedCity['files'] {
	return {
		'areas.csv': areasCsv(areas),
		'boundaries.topo.json': `${JSON.stringify(boundaries)}\n`,
		'campaigns.csv': csvOf(campaignColumns, campaignRows(cases)),
		'cases.csv.gz': packedWith((level) =>
			gzipSync(strToU8(csvOf(caseColumns, cases)), { level, mtime: 0 })
		),
		'types.csv': typesCsv()
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
