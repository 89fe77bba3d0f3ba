import viteConfig from './vite.config.ts';

/** The tests that need the real city's files: as the others, but from their own folder and with time for large files. */
export default {
	...viteConfig,
	test: {
		...viteConfig.test,
		include: ['tests/real/**/*.test.ts'],
		exclude: ['node_modules/**'],
		testTimeout: 120_000
	}
};
