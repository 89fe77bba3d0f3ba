// @ts-check
import { join } from 'node:path';
import { projectRoot } from './freshness.js';
import { ensureMessages } from './make.js';

/**
 * For Vite: messages are compiled before anything is built, served or tested, and again when one of them changes.
 * It stands in for Paraglide's own plugin, which lets a missing message pass and compiles for each build anew.
 *
 * @returns {import('vite').Plugin}
 */
export function messages() {
	const folder = join(projectRoot, 'messages');
	return {
		name: 'hetu:messages',
		async configResolved() {
			await ensureMessages();
		},
		configureServer({ watcher, config }) {
			watcher.add(folder);
			watcher.on('change', (file) => {
				if (!file.startsWith(folder)) return;
				ensureMessages().catch((/** @type {Error} */ error) => config.logger.error(error.message));
			});
		}
	};
}
