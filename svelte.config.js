import adapter from '@sveltejs/adapter-static';

/** @type {import('@sveltejs/kit').Config} */
export default {
	compilerOptions: { runes: true },
	kit: {
		adapter: adapter({ pages: 'build', assets: 'build', precompress: false, strict: true }),
		// Any folder of any static server: every link and import is relative to the page.
		paths: { relative: true },
		// Nothing to poll: the site is a folder of files, and no request may leave unasked.
		version: { pollInterval: 0 },
		files: { assets: 'static', routes: 'src/routes' },
		typescript: {
			config: (config) => {
				config.include.push('../tools/**/*.js', '../tests/**/*.ts', '../*.config.ts', '../*.js');
				config.exclude = [...(config.exclude ?? []), '../src/lib/i18n/messages/**'];
			}
		}
	}
};
