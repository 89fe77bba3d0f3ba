// @ts-check
/** `npm run -s hetu -- <command>`: compiles the command when its sources have changed, then becomes it. */
import { ensureCli } from './make.js';

try {
	await ensureCli();
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}
// The address is not written in full, so that type checks do not look for a file that is not made yet.
await import(new URL('../dist-cli/hetu.js', import.meta.url).href);
