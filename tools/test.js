// @ts-check
/**
 * `npm test`: every check, in order, and one line at the end. A stage that is not a test runner counts as one test.
 * `--real` runs what needs the real city, from the folder in REAL_DATA.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { proofs } from '../tests/deep/proofs.js';
import { findChromium } from './chromium.js';
import { evidenceLine } from './evidence.js';
import { freePort } from './free-port.js';
import { projectRoot } from './freshness.js';
import { ensureMessages, ensureSite } from './make.js';
import { countPlaywright, countVitest } from './test-counts.js';
import { checkSideBySide, run, runner, stage, total } from './test-stages.js';

/** @param {string} config */
const runVitest = (config) =>
	runner('Tests (Vitest)', '.cache/vitest.json', countVitest, () =>
		run([
			'vitest',
			'run',
			`--config=${config}`,
			'--reporter=default',
			'--reporter=json',
			'--outputFile.json=.cache/vitest.json'
		])
	);

/** @param {...string} projects of playwright.config.ts */
const runPlaywright = (...projects) =>
	runner('End to end (Playwright)', '.cache/playwright.json', countPlaywright, async () =>
		run(['playwright', 'test', ...projects.map((name) => `--project=${name}`)], {
			env: { CHROMIUM_PATH: findChromium(), E2E_PORT: await freePort() }
		})
	);

const prepare = () =>
	stage('Generated files', async () => {
		await ensureMessages();
		const { isOk, output } = await run(['svelte-kit', 'sync'], { isQuiet: true });
		if (!isOk) throw new Error(output);
	});

const noSite = () =>
	stage('End to end (Playwright)', () => Promise.reject(new Error('There is no site to open.')));

async function testAll() {
	await prepare();
	await checkSideBySide([
		[
			['Format (Prettier)', 'prettier', '--check', '.'],
			[
				'Dependencies (dependency-cruiser)',
				'depcruise',
				'src',
				'--config',
				'.dependency-cruiser.js'
			],
			[
				'Types (svelte-check)',
				'svelte-check',
				'--tsconfig',
				'./tsconfig.json',
				'--fail-on-warnings'
			]
		],
		[['Lint (ESLint)', 'eslint', '.', '--max-warnings', '0']]
	]);
	const isBuilt = await stage('Command line, demo city, site', () => ensureSite({ always: true }));
	await runVitest('vite.config.ts');
	if (isBuilt) await runPlaywright('loopback', 'lan');
	else await noSite();
	console.log(`\n${evidenceLine(proofs)}`);
}

/** @param {string} folder */
async function testReal(folder) {
	await prepare();
	const isBuilt = await stage('Command line, demo city, site', () => ensureSite());
	await stage('Real city', async () => {
		const { isOk } = await run([
			'node',
			'tools/hetu.js',
			'build',
			'boston',
			'--from',
			join(folder, 'boston')
		]);
		if (!isOk) throw new Error('The real city could not be built.');
	});
	const files = readdirSync(join(projectRoot, 'tests/real'), { recursive: true, encoding: 'utf8' });
	if (files.some((name) => name.endsWith('.test.ts'))) await runVitest('vitest.real.config.ts');
	if (isBuilt) await runPlaywright('real');
	else await noSite();
}

if (process.argv.includes('--real')) {
	const folder = process.env['REAL_DATA'];
	if (!folder || !existsSync(join(folder, 'boston'))) {
		console.error(
			'REAL_DATA must name the folder that holds boston/, for example:\n  REAL_DATA=~/downloads npm run test:real\ndata/boston/README.md says where its files come from.'
		);
		process.exit(2);
	}
	process.env['REAL_DATA'] = resolve(folder);
	await testReal(resolve(folder));
} else {
	await testAll();
}
console.log(`\n${String(total.passed)} passed, ${String(total.failed)} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
