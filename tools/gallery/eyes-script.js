// @ts-check
/** The eyes of tests/eyes as one script for the page. */
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../freshness.js';

/**
 * Bundles in memory. The script lays `hetuEyes.look` beside the page's own names; it is to be added as an init script,
 * which no content policy refuses.
 *
 * @returns {Promise<string>}
 */
export async function eyesScript() {
	const output = await build({
		configFile: false,
		root: projectRoot,
		publicDir: false,
		logLevel: 'silent',
		build: {
			write: false,
			minify: false,
			lib: { entry: join(projectRoot, 'tests/eyes/main.ts'), formats: ['iife'], name: 'hetuEyes' }
		}
	});
	const [first] = Array.isArray(output) ? output : [output];
	const chunk = first && 'output' in first ? first.output[0] : undefined;
	if (!chunk) throw new Error('The eyes were not bundled.');
	// An init script has a scope of its own.
	return `${chunk.code}\nglobalThis.hetuEyes = hetuEyes;`;
}
