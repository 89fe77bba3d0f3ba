// @ts-check
/** How a stage of `npm test` runs, is shown and is counted. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectRoot } from './freshness.js';

/** @typedef {import('./test-counts.js').Counts} Counts */

const path = [join(projectRoot, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
/** Over all stages so far. */
export const total = { passed: 0, failed: 0 };

/**
 * Runs a command to its end.
 *
 * @param {string[]} words the command and its arguments
 * @param {{ env?: Record<string, string>, isQuiet?: boolean }} [options] quiet: the output is kept instead of shown
 * @returns {Promise<{ isOk: boolean, output: string }>}
 */
export function run([command = '', ...args], { env = {}, isQuiet = false } = {}) {
	const child = spawn(command, args, {
		cwd: projectRoot,
		env: { ...process.env, PATH: path, ...env },
		stdio: ['ignore', isQuiet ? 'pipe' : 'inherit', isQuiet ? 'pipe' : 'inherit'],
		timeout: 20 * 60_000
	});
	let output = '';
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text) => (output += text));
	}
	return new Promise((done) => {
		child.on('error', (error) => done({ isOk: false, output: error.message }));
		child.on('close', (code) => done({ isOk: code === 0, output }));
	});
}

/** @param {string} name */
const header = (name) => console.log(`\n── ${name}`);

/**
 * @param {Counts} counts
 * @param {number} took milliseconds
 */
function record({ passed, failed }, took) {
	total.passed += passed;
	total.failed += failed;
	const verdict = failed > 0 ? `FAILED (${String(failed)})` : 'passed';
	console.log(`   ${verdict} in ${(took / 1000).toFixed(0)} s`);
}

const one = (/** @type {boolean} */ isOk) => ({ passed: isOk ? 1 : 0, failed: isOk ? 0 : 1 });

/**
 * Stages that need only the sources. They run side by side; each is printed whole when its turn comes.
 *
 * @param {[name: string, ...words: string[]][][]} lanes
 */
export async function checkSideBySide(lanes) {
	const running = lanes.map(async (lane) => {
		const results = [];
		for (const [name, ...words] of lane) {
			const began = performance.now();
			const { isOk, output } = await run(words, { isQuiet: true });
			results.push({ name, isOk, output, took: performance.now() - began });
		}
		return results;
	});
	for (const lane of running) {
		for (const { name, isOk, output, took } of await lane) {
			header(name);
			if (!isOk) console.log(output.trimEnd());
			record(one(isOk), took);
		}
	}
}

/**
 * @param {string} name
 * @param {() => Promise<unknown>} work throws if it fails
 */
export async function stage(name, work) {
	header(name);
	const began = performance.now();
	try {
		await work();
		record(one(true), performance.now() - began);
		return true;
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
		record(one(false), performance.now() - began);
		return false;
	}
}

/**
 * A test runner that writes its counts to a file.
 *
 * @template Report
 * @param {string} name
 * @param {string} file
 * @param {(report: Report | undefined, exitedWell: boolean) => Counts} count
 * @param {() => Promise<{ isOk: boolean }>} work
 */
export async function runner(name, file, count, work) {
	header(name);
	const began = performance.now();
	const report = join(projectRoot, file);
	rmSync(report, { force: true });
	let isOk = false;
	try {
		({ isOk } = await work());
	} catch (error) {
		console.log(error instanceof Error ? error.message : error);
	}
	const text = existsSync(report) ? readFileSync(report, 'utf8') : undefined;
	record(count(text === undefined ? undefined : JSON.parse(text), isOk), performance.now() - began);
}
