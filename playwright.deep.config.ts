import playwrightConfig from './playwright.config.ts';

/** The long proofs: as the other specs, from their own folder, with their counts in a report that tools/deep.js reads. */
export default {
	...playwrightConfig,
	testDir: 'tests/deep',
	testMatch: '**/*.deep.ts',
	timeout: 5 * 60_000,
	reporter: [['list'], ['json', { outputFile: '.cache/deep.json' }]],
	projects: [
		{ name: 'deep', use: { baseURL: `http://127.0.0.1:${process.env['E2E_PORT'] ?? '4317'}` } }
	]
};
