// @ts-check
/**
 * What reaches what, even through others: cycles, names that lead nowhere, and the reachability rules of layers.js.
 * Direct imports between layers are ESLint's part (tools/lint/layer-imports.js).
 */
import { layers } from './layers.js';

const reachability = layers.flatMap(({ folder, mayNotReach = [] }) =>
	mayNotReach.map((target) => ({
		name: `${folder} must not reach ${target}`,
		comment: `src/${folder} must not reach src/${target}, not even through another file: find the file on the way that belongs to a lower layer (layers.js).`,
		severity: /** @type {const} */ ('error'),
		from: { path: `^src/${folder}/` },
		to: { path: `^src/${target}/`, reachable: true }
	}))
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
	forbidden: [
		{
			name: 'no-cycles',
			comment:
				'Two files that import each other are one idea cut in the wrong place: move what both need into a third, lower one.',
			severity: 'error',
			from: {},
			to: { circular: true }
		},
		{
			name: 'not-to-unresolvable',
			comment: 'There is no such file: mend the name.',
			severity: 'error',
			from: {},
			// Our own files only: packages, some of which are nothing but types, are for svelte-check and Vite to find,
			// and so are `./$types`, which Kit makes, and names with a query.
			to: { couldNotResolve: true, path: '^[#.]', pathNot: '\\$types(\\.js)?$|\\?' }
		},
		...reachability
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		// Compiled from messages/*.json: one module a message, and not there in a fresh clone.
		exclude: { path: '^(src/|#)lib/i18n/messages/' },
		// An import of a type counts: a cycle of ideas is a cycle.
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['svelte', 'import', 'browser', 'node', 'default', 'types'],
			extensions: ['.ts', '.js', '.svelte', '.json']
		}
	}
};
