import { defineConfig } from 'vite';

/**
 * The `hetu` command: one file for Node, since Node 20 strips no types. Packages stay in node_modules.
 * It is built by tools/make.js, which compiles the messages first.
 */
export default defineConfig({
	publicDir: false,
	build: {
		ssr: 'src/cli/main.ts',
		target: 'node20',
		outDir: 'dist-cli',
		emptyOutDir: true,
		minify: false,
		rolldownOptions: { output: { entryFileNames: 'hetu.js', codeSplitting: false } }
	}
});
