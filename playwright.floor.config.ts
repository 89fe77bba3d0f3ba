import playwrightConfig from './playwright.config.ts';

/** The smoke test in the oldest browser: as the other specs, from their own folder. CHROMIUM_PATH names that browser. */
export default {
	...playwrightConfig,
	testDir: 'tests/floor',
	workers: 1,
	reporter: [['list']],
	projects: [
		{ name: 'floor', use: { baseURL: `http://127.0.0.1:${process.env['E2E_PORT'] ?? '4317'}` } }
	]
};
