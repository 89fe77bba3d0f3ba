import { existsSync } from 'node:fs';
import type * as Playwright from '@playwright/test';
import { m } from '#lib/i18n/messages/messages.js';
import { MissingTool } from './benchmark.ts';

/** A screen of the offices that the site is made for. */
const VIEWPORT = { width: 1366, height: 768 };

/** Starts the Chromium that CHROMIUM_PATH names, without a window. What is not there is a MissingTool. */
export async function openBrowser(): Promise<Playwright.Browser> {
	const executablePath = process.env['CHROMIUM_PATH'] ?? '';
	if (!existsSync(executablePath)) throw new MissingTool(m.bench_no_chromium());
	const { chromium } = await playwright();
	return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-proxy-server'] });
}

/** Playwright is for those who develop the site: it is not there after an installation for use alone. */
async function playwright(): Promise<typeof Playwright> {
	try {
		return await import('@playwright/test');
	} catch (cause) {
		throw new MissingTool(m.bench_no_playwright(), { cause });
	}
}

/** A reader who has never been here: nothing kept, nothing cached. */
export function newReader(browser: Playwright.Browser): Promise<Playwright.BrowserContext> {
	return browser.newContext({
		viewport: VIEWPORT,
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai'
	});
}
