import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';
import type { BuiltCity } from './benchmark.ts';

/** The first line: on what was measured, and which data. Nothing that names the machine or its owner. */
export function machineLine(cities: readonly BuiltCity[]): Record<string, unknown> {
	return {
		name: 'machine',
		cores: cpus().length,
		cpu: cpus()[0]?.model ?? '',
		memoryGB: Math.round(totalmem() / 1e9),
		node: process.version,
		chromium: chromiumVersion(),
		load: loadOfMachine(),
		measuredOn: new Date().toISOString().slice(0, 10),
		datasets: cities.map(({ id, rows, dataset: { index } }) => ({
			id,
			rows,
			asOf: index.manifest.as_of,
			version: index.version
		}))
	};
}

/**
 * Mean number of processes that wanted a core in the minute before. A benchmark alone keeps it near the number of cores;
 * well above that, others were at work there too.
 */
export function loadOfMachine(): number {
	return Math.round((loadavg()[0] ?? NaN) * 100) / 100;
}

function chromiumVersion(): string | undefined {
	const path = process.env['CHROMIUM_PATH'];
	if (!path) return undefined;
	const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' });
	return /[\d.]{5,}/.exec(stdout)?.[0];
}
