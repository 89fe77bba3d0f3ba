import type { Database } from '#lib/engine/database.ts';
import { caseRow, casesCsv, folderOf, smallFiles } from '#lib/ingest/small-folder.ts';
import { buildDataset, type BuiltDataset } from './build.ts';
import type { Fetch } from './open.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';

/** A year of cases in all villages, one in ten of them known only to the city. */
export const manyRows = Array.from({ length: 400 }, (_, i) =>
	caseRow({
		Case_No: `N-${i}`,
		Opened: `${String((i % 12) + 1).padStart(2, '0')}/17/2020 10:00:00 AM`,
		Village: ['101.0', '102', '0201', '202'][i % 4] ?? '',
		...(i % 10 === 0 && { Village: '', X: '', Y: '' }),
		Group: i % 3 === 0 ? 'Work' : 'Land',
		Kind: i % 3 === 0 ? 'Wages' : 'Use',
		State: i % 5 === 0 ? 'open' : 'done',
		Way: i % 7 === 0 ? 'visit' : 'Telephone'
	})
);
export const manyCases = { 'cases.csv': casesCsv(manyRows) };

/** The small city read, with files of it changed; for the tests. Throws where it cannot be used. */
export async function smallSource(changed: Readonly<Record<string, string>> = {}): Promise<Source> {
	const { source, rejections } = await readSource(folderOf({ ...smallFiles(), ...changed }));
	if (!source) throw new RangeError(JSON.stringify(rejections));
	return source;
}

export async function smallBuilt(
	database: Database,
	changed: Readonly<Record<string, string>> = {}
): Promise<BuiltDataset> {
	return buildDataset(await smallSource(changed), database);
}

/** Serves files by their paths; any other path rejects as a server's 404 does. */
export function fetchOf(
	files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
	missing: Error
): Fetch {
	return (path) => {
		const bytes = files.get(path);
		return bytes ? Promise.resolve(bytes) : Promise.reject(missing);
	};
}
