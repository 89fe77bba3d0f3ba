// @ts-check
/** `npm run -s hetu -- <command>`: compiles the command when its sources have changed, then becomes it. */
import { findChromium } from './chromium.js';
import { ensureCli, ensureSite } from './make.js';

try {
	await ensureCli();
	// The one command that needs the site itself, and a browser to open it.
	if (process.argv[2] === 'bench') {
		await ensureSite();
		process.env['CHROMIUM_PATH'] = findChromium();
	}
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
// The address is not written in full, so that type checks do not look for a file that is not made yet.
await import(new URL('../dist-cli/hetu.js', import.meta.url).href);
