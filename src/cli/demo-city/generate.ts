import { gzipSync, strToU8 } from 'fflate';
import { cityOf, type City } from './areas.ts';
import { bookCaseOf, withOrganisations } from './book-cases.ts';
import { booksOf } from './books/books.ts';
import { campaignColumns, campaignRows } from './cases/campaigns.ts';
import { caseBookOf, sceneOf } from './cases/case-book.ts';
import { caseColumns, type CaseRow } from './cases/case-row.ts';
import { measuresOf, type Measure } from './cases/measures.ts';
import { truthOf, type Truth } from './cases/truth.ts';
import { csvOf } from './csv.ts';
import { packedWith } from './packing.ts';
import { rawFiles } from './raw/raw-files.ts';
import { areasCsv, typesCsv, zoneAreasCsv, zonesCsv } from './tables.ts';

/** The seed of the committed files in data/demo-city. */
export const demoCitySeed = 16;

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
	const cases = withOrganisations(seed, city, caseBookOf(seed, scene));
	const truth = truthOf(seed, scene.plants);
	const { village, nil_returns_beside, from, to } = truth.silent;
	const silence = {
		silentVillage: village,
		nilVillage: nil_returns_beside,
		silentFrom: from,
		silentTo: to
	};
	return {
		files: {
			...filesOf(city, cases),
			...booksOf(seed, city, cases.map(bookCaseOf), silence),
			...rawFiles(seed, city.areas, cases)
		},
		measures: measuresOf(city.homes, cases),
		truth
	};
}

function filesOf(city: City, cases: readonly CaseRow[]): GeneratedCity['files'] {
	const { areas, homes, boundaries, context } = city;
	return {
		'areas.csv': areasCsv(areas),
		'boundaries.topo.json': `${JSON.stringify(boundaries)}\n`,
		'context.topo.json': `${JSON.stringify(context)}\n`,
		'campaigns.csv': csvOf(campaignColumns, campaignRows(cases)),
		'cases.csv.gz': packedWith((level) =>
			gzipSync(strToU8(csvOf(caseColumns, cases)), { level, mtime: 0 })
		),
		'types.csv': typesCsv(),
		'zones.csv': zonesCsv(),
		'zone_areas.csv': zoneAreasCsv(homes)
	};
}
