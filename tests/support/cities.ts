import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { serve } from '../../tools/serve.js';

export function emptyFolder(): string {
	return mkdtempSync(join(tmpdir(), 'hetu-e2e-'));
}

/** The demo city's source files in a folder of their own, to be changed: without the report, which would then differ. */
export function copyOfDemoCity(): string {
	const folder = emptyFolder();
	cpSync(resolve('data/demo-city'), folder, { recursive: true });
	changeManifest(folder, { report: undefined });
	return folder;
}

/** Gives fields of a manifest other values; undefined takes a field away. */
export function changeManifest(folder: string, change: Readonly<Record<string, unknown>>): void {
	const file = join(folder, 'dataset.json');
	const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
	writeFileSync(file, JSON.stringify({ ...manifest, ...change }));
}

/** Makes a copy another city: its id and its title. */
export function rename(folder: string, id: string, title: { zh: string; en: string }): void {
	changeManifest(folder, { id, title });
}

/** Builds a folder of source files as `hetu build` does, into `out`/<id>. */
export function buildCity(folder: string, out: string): void {
	const command = ['dist-cli/hetu.js', 'build', folder, '--out', out];
	const { status, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
}

/** Puts the case rows of one built city under the index and the opening cube of another. */
export function swapCases(built: string, from: string): void {
	const read = (folder: string): Record<string, unknown> =>
		JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as Record<string, unknown>;
	const file = readdirSync(from).find((name) => name.startsWith('cases.')) ?? '';
	cpSync(join(from, file), join(built, file));
	const index = { ...read(built), cases: read(from)['cases'] };
	writeFileSync(join(built, 'index.json'), JSON.stringify(index));
}

/**
 * Serves the built site with other data, on a port of its own, under the host name that the tests use. The server ends
 * with the process: a page that is still open must not find it gone.
 */
export async function serveWith(
	data: string,
	host: string,
	options: { readonly base?: string } = {}
): Promise<string> {
	const { url } = await serve({ root: 'build', overlay: data, port: 0, ...options });
	const address = new URL(url);
	address.hostname = host;
	return address.href;
}
