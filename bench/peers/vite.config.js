// @ts-check
import { fileURLToPath } from 'node:url';

/** One page for all peers. They use the DuckDB of the project itself, and Hetu's own SQL for every panel. */
export default {
	base: './',
	resolve: { alias: { '#lib': fileURLToPath(new URL('../../src/lib', import.meta.url)) } },
	build: {
		target: 'chrome110',
		emptyOutDir: true,
		assetsInlineLimit: 0,
		modulePreload: { polyfill: false }
	},
	worker: { format: 'es' }
};
