// @ts-check
/**
 * What is made from the sources, in the order in which one needs the other: messages, CLI, demo city, site.
 * Each step does nothing while its result is fresh, and heavy tools are loaded only when they are needed.
 * All throw an Error that a person can read.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { moveInlineScripts } from './external-scripts.js';
import { fingerprint, makeIfStale, projectRoot } from './freshness.js';
import { precompress } from './precompress.js';

const compiledMessages = join(projectRoot, 'src/lib/i18n/messages/');
const messageSources = ['messages', 'project.inlang/settings.json', 'tools/paraglide-options.js'];
const settings = ['package-lock.json', 'package.json', 'tsconfig.json'];

/** @param {string} path */
const isSource = (path) => !path.startsWith(compiledMessages) && !path.endsWith('.test.ts');

/** @param {string} path */
const isCliSource = (path) => /\.(ts|json)$/.test(path) && isSource(path);

/**
 * Every language must say everything: Paraglide itself falls back to the base language in silence.
 *
 * @param {Record<string, object>} languages messages by language
 * @returns {string[]} `en: key`
 */
export function missingMessages(languages) {
	const named = Object.values(languages).flatMap((own) => Object.keys(own));
	const keys = new Set(named.filter((key) => key !== '$schema'));
	return Object.entries(languages).flatMap(([language, own]) =>
		[...keys].filter((key) => !(key in own)).map((key) => `${language}: ${key}`)
	);
}

function compileMessages() {
	const folder = join(projectRoot, 'messages');
	const languages = readdirSync(folder).map((file) => [
		basename(file, '.json'),
		JSON.parse(readFileSync(join(folder, file), 'utf8'))
	]);
	const missing = missingMessages(Object.fromEntries(languages));
	if (missing.length > 0) throw new Error(`Messages are missing: ${missing.join(', ')}`);
	runNode('tools/compile-messages.js');
}

/** Compiles messages/*.json, so that lint and type checks see them without a build. */
export function ensureMessages() {
	return makeIfStale({
		name: 'messages',
		result: 'src/lib/i18n/messages/messages.js',
		print: fingerprint(messageSources),
		make: compileMessages
	});
}

/** The root tsconfig extends one that Kit writes; Vite reads it for every TypeScript file. */
function ensureKitConfig() {
	if (existsSync(join(projectRoot, '.svelte-kit/tsconfig.json'))) return;
	runNode('node_modules/@sveltejs/kit/svelte-kit.js', 'sync');
}

async function compileCli() {
	await ensureMessages();
	ensureKitConfig();
	// Built aside and moved: another command may be running the old one at this moment.
	const aside = `dist-cli/making-${String(process.pid)}`;
	try {
		runVite('build', '--config', 'vite.cli.config.ts', '--outDir', aside, '--logLevel', 'error');
		renameSync(join(projectRoot, aside, 'hetu.js'), join(projectRoot, 'dist-cli/hetu.js'));
	} finally {
		rmSync(join(projectRoot, aside), { recursive: true, force: true });
	}
}

/** Compiles src/cli into dist-cli/hetu.js. */
export function ensureCli() {
	const sources = ['src', ...messageSources, ...settings, 'vite.cli.config.ts'];
	return makeIfStale({
		name: 'cli',
		result: 'dist-cli/hetu.js',
		print: fingerprint(sources, isCliSource),
		make: compileCli
	});
}

/** Builds the bundled data into static/data, where both the site and the server look for it. */
export async function ensureDemoCity() {
	await ensureCli();
	return makeIfStale({
		name: 'demo-city',
		result: 'static/data/demo-city/index.json',
		print: fingerprint(['data/demo-city', 'dist-cli/hetu.js']),
		make: () => runNode('dist-cli/hetu.js', 'build', 'demo-city')
	});
}

function compileSite() {
	runVite('build', '--logLevel', 'warn');
	moveInlineScripts(join(projectRoot, 'build'));
	precompress(join(projectRoot, 'build'), join(projectRoot, '.cache/compressed'));
}

/**
 * Builds the internal site into build/.
 *
 * @param {{ always?: boolean }} [options] `always` builds a fresh one again
 */
export async function ensureSite({ always = false } = {}) {
	await ensureMessages();
	await ensureDemoCity();
	if (always) rmSync(join(projectRoot, '.cache/made/site'), { force: true });
	const files = readdirSync(join(projectRoot, 'static')).filter((name) => name !== 'data');
	const sources = [
		'src',
		...files.map((name) => join('static', name)),
		// Of all datasets only this one is part of the site; the server offers the others from static/data.
		'static/data/demo-city',
		...messageSources,
		...settings,
		'svelte.config.js',
		'vite.config.ts',
		'tools/external-scripts.js',
		'tools/precompress.js'
	];
	return makeIfStale({
		name: 'site',
		result: 'build/index.html',
		print: fingerprint(sources, isSource),
		make: compileSite
	});
}

/** @param {...string} args */
const runVite = (...args) => runNode('node_modules/vite/bin/vite.js', ...args);

/**
 * @param {string} script
 * @param {...string} args
 */
function runNode(script, ...args) {
	const { status, error, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
		cwd: projectRoot,
		encoding: 'utf8',
		maxBuffer: 64 * 1024 * 1024
	});
	if (error) throw error;
	if (status === 0) return;
	// Only now is the tool's own report of interest; the standard output belongs to `hetu … --json`.
	process.stderr.write(stdout + stderr);
	throw new Error(`${[basename(script), ...args].join(' ')} failed.`);
}
