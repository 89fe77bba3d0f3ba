import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { messages } from './tools/messages-plugin.js';

export default defineConfig({
	plugins: [messages(), sveltekit()],
	build: { target: 'chrome110' },
	worker: { format: 'es' },
	test: {
		environment: 'node',
		include: ['src/**/*.test.ts', 'tests/**/*.test.ts', 'tools/**/*.test.ts'],
		exclude: ['tests/real/**', 'node_modules/**'],
		// Half the time of the defaults on two cores: no test leaves anything behind in its process.
		isolate: false,
		maxWorkers: 2
	}
});
