// @ts-check
/** `npm start`: makes what is missing or stale, then serves the internal site. */
import { ensureCli, ensureDemoCity, ensureMessages, ensureSite } from './make.js';
import { serveCommand } from './serve.js';

/** @type {[string, () => Promise<boolean>][]} */
const steps = [
	['Messages', ensureMessages],
	['Command line', ensureCli],
	['Demo city', ensureDemoCity],
	['Site', ensureSite]
];

try {
	for (const [name, ensure] of steps) {
		const began = performance.now();
		process.stdout.write(`${name}: `);
		const wasMade = await ensure();
		const seconds = ((performance.now() - began) / 1000).toFixed(1);
		console.log(wasMade ? `made in ${seconds} s` : 'up to date');
	}
	await serveCommand('build', 'static/data');
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
