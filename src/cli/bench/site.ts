import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { m } from '#lib/i18n/messages/messages.js';
import { MissingTool } from './benchmark.ts';

/** Where the built site lies, from the project's folder. */
export const SITE = 'build';

export interface ServedSite {
	/** Ends with a slash. */
	readonly url: string;
	close(): void;
}

/** Serves the built site with the datasets of a folder, by the project's own server in a process of its own, on a free port. */
export async function serveSite(data: string): Promise<ServedSite> {
	if (!existsSync(join(SITE, 'index.html'))) throw new MissingTool(m.bench_no_site());
	const server = spawn(process.execPath, [join('tools', 'serve.js'), SITE, data], {
		env: { ...process.env, PORT: '0', HOST: '127.0.0.1', BASE: '' },
		stdio: ['ignore', 'pipe', 'inherit']
	});
	for await (const line of createInterface({ input: server.stdout })) {
		const [url] = /http:\S+/.exec(line) ?? [];
		if (url !== undefined) return { url, close: () => void server.kill() };
	}
	throw new MissingTool(m.bench_no_site());
}
