import { defineConfig, type PlaywrightTestConfig } from '@playwright/test';

/**
 * The same specs run on the loopback address and on a made-up host name, which is no secure context: that is what a
 * plain http address on an office network is. A spec for only one of them is named *.loopback.spec.ts or *.lan.spec.ts.
 */
const port = process.env['E2E_PORT'] ?? '4317';
const loopback = `http://127.0.0.1:${port}`;
const lan = `http://hetu.test:${port}`;

type Project = NonNullable<PlaywrightTestConfig['projects']>[number];

const projects: Project[] = [
	{ name: 'loopback', testIgnore: '**/*.lan.spec.ts', use: { baseURL: loopback } },
	{ name: 'lan', testIgnore: '**/*.loopback.spec.ts', use: { baseURL: lan } }
];
const realProjects: Project[] = [
	{ name: 'real', testDir: 'tests/real', use: { baseURL: loopback } }
];

const executablePath = process.env['CHROMIUM_PATH'];

export default defineConfig({
	testDir: 'tests/e2e',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	forbidOnly: true,
	// Twice the default: a part that is fetched when first wanted has taken more than five seconds on a busy machine.
	expect: { timeout: 10_000 },
	reporter: [['list'], ['json', { outputFile: '.cache/playwright.json' }]],
	projects: process.env['REAL_DATA'] ? [...projects, ...realProjects] : projects,
	use: {
		browserName: 'chromium',
		locale: 'zh-CN',
		timezoneId: 'Asia/Shanghai',
		screenshot: 'only-on-failure',
		// Recording costs a tenth of the whole run; a failure is played again with `--trace on`.
		trace: 'off',
		launchOptions: {
			...(executablePath ? { executablePath } : {}),
			// No other name resolves: a request that leaves the origin fails, whoever makes it.
			args: [
				'--no-sandbox',
				'--no-proxy-server',
				'--host-resolver-rules=MAP hetu.test 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'
			]
		}
	},
	webServer: {
		command: 'node tools/serve.js build static/data',
		env: { PORT: port, HOST: '127.0.0.1', BASE: '' },
		url: `${loopback}/`,
		reuseExistingServer: false
	}
});
