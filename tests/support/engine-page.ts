import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../tools/serve.js';
import { keepWorkers } from './engine-worker.ts';

/** The engine's own page, built and served once: a real DuckDB in a real browser, under our own headers. */
export const test = base.extend<{ engine: Page }, { address: string }>({
	address: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of what a fixture needs from its first argument
		async ({}, use) => {
			const outDir = mkdtempSync(join(tmpdir(), 'hetu-engine-'));
			const root = resolve('tests/engine-page');
			await build({ root, configFile: false, logLevel: 'error', base: './', build: { outDir } });
			const { url, close } = await serve({ root: outDir, port: 0, host: '127.0.0.1' });
			await use(url);
			await close();
			rmSync(outDir, { recursive: true });
		},
		{ scope: 'worker' }
	],
	engine: async ({ page, address, baseURL }, use) => {
		// Under the name of the project: one of the two is no secure context.
		const own = new URL(address);
		own.hostname = new URL(baseURL ?? address).hostname;
		await keepWorkers(page);
		await page.goto(own.href);
		await page.waitForFunction(() => 'engine' in globalThis);
		await use(page);
	}
});

export { expect };
