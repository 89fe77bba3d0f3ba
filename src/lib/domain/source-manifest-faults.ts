import { manifestFaults, type ManifestFault } from './manifest-faults.ts';
import { reportFaults } from './report-faults.ts';
import type { SourceManifest } from './source-manifest.ts';
import { TABLE_NAMES, tablesNeeded } from './tables/tables.ts';

/** What contradicts itself in a folder's manifest: in what pages read of it, in its tables, in its report. */
export function sourceManifestFaults(manifest: SourceManifest): ManifestFault[] {
	const { seed, synthetic, tables = {} } = manifest;
	const faults = manifestFaults(manifest);
	if (seed !== undefined && !synthetic) {
		faults.push({ path: ['seed'], value: String(seed), reason: 'seed-not-synthetic' });
	}
	for (const name of TABLE_NAMES) {
		if (!tables[name]) continue;
		for (const needed of tablesNeeded(name)) {
			if (needed in tables) continue;
			faults.push({ path: ['tables', needed], value: '', reason: 'field-missing' });
		}
	}
	return [...faults, ...reportFaults(manifest)];
}
