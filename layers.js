// @ts-check
/**
 * The layers of the source, as data. ESLint makes its import rules from this table (tools/lint/layer-imports.js),
 * dependency-cruiser its reachability rules (.dependency-cruiser.js), and the README shows it.
 *
 * Order is part of the meaning: an arrow never points down the table.
 *
 * @typedef {object} Layer
 * @property {string} folder under src/
 * @property {readonly string[]} mayImport other folders, beside itself and lib/i18n (see `withoutMessages`)
 * @property {string} holds one line for people
 * @property {readonly string[]} [mayNotReach] folders it must not reach even through others
 */

/** @type {readonly Layer[]} */
const library = [
	{
		folder: 'lib/stats',
		mayImport: [],
		holds:
			'numbers to numbers: rates, intervals, smoothing, weights, autocorrelation, scan, clusters, trend, ranks, breaks, seeded random'
	},
	{
		folder: 'lib/forecast',
		mayImport: ['lib/stats'],
		holds: 'panels of counts to predictive distributions; scores; alarms'
	},
	{
		folder: 'lib/i18n',
		mayImport: [],
		holds: 'messages; stats and forecast return codes instead'
	},
	{
		folder: 'lib/domain',
		mayImport: [],
		holds: 'the words: area, period, codes, indicator, view, dataset manifest, format, errors'
	},
	{
		folder: 'lib/cube',
		mayImport: ['lib/domain', 'lib/stats'],
		holds: 'the Cube: typed arrays, marginals, slices, prefix sums, brushing'
	},
	{
		folder: 'lib/engine',
		mayImport: ['lib/domain'],
		holds: 'the Database seam (query, load, close), its makers (browser, Node), the sql tag'
	},
	{
		folder: 'lib/questions',
		mayImport: ['lib/domain', 'lib/engine', 'lib/cube'],
		holds: 'View to SQL to Cube, one question a file'
	},
	{
		folder: 'lib/casework',
		mayImport: ['lib/domain', 'lib/engine', 'lib/questions'],
		holds: 'internal only: case rows, free SQL'
	},
	{
		folder: 'lib/ingest',
		mayImport: ['lib/domain'],
		holds: 'files of any mess to validated tables and rejections (Arrow); DuckDB never reads a file'
	},
	{
		folder: 'lib/dataset',
		// cube: a built dataset carries the opening cubes beside its tables.
		mayImport: ['lib/domain', 'lib/ingest', 'lib/engine', 'lib/questions', 'lib/cube'],
		holds: 'build, check, version, export a dataset; called by the CLI and the browser alike'
	},
	{
		folder: 'lib/store',
		mayImport: ['lib/domain'],
		holds: 'IndexedDB: versions, duty log, saved views, mappings; backup and restore; two tabs'
	},
	{
		folder: 'lib/disclosure',
		mayImport: ['lib/domain', 'lib/cube'],
		holds: 'policy, rounding, withholding; the only maker of released cubes'
	},
	{
		folder: 'lib/audit',
		mayImport: ['lib/domain'],
		holds: 'attacks on released bytes; imports nothing of disclosure'
	},
	{
		folder: 'lib/actor',
		mayImport: ['lib/domain'],
		holds: 'typed worker messages: message to [request, reply], abort, transfer'
	},
	{
		folder: 'lib/analysis',
		mayImport: ['lib/domain', 'lib/stats', 'lib/forecast', 'lib/cube', 'lib/actor'],
		holds: 'the statistics worker and its client'
	},
	{
		folder: 'lib/plot',
		mayImport: ['lib/domain', 'lib/stats', 'lib/cube'],
		holds: 'pure layout of charts and maps to SVG: screen, reports, public site, CLI'
	},
	{
		folder: 'lib/report',
		mayImport: ['lib/domain', 'lib/cube', 'lib/stats', 'lib/forecast', 'lib/plot'],
		holds: 'document models and their Word, slide, HTML forms'
	},
	{
		folder: 'lib/state',
		mayImport: [
			'lib/domain',
			'lib/engine',
			'lib/questions',
			'lib/cube',
			'lib/analysis',
			'lib/dataset',
			'lib/store'
		],
		holds: 'rune classes: View, Dataset, Answer'
	},
	{
		folder: 'lib/ui',
		mayImport: ['lib/domain', 'lib/stats', 'lib/cube', 'lib/plot'],
		holds: 'controls: values in, picture out, callbacks'
	},
	{
		folder: 'lib/charts',
		mayImport: ['lib/domain', 'lib/stats', 'lib/cube', 'lib/plot', 'lib/ui'],
		holds: 'charts: rows in, picture out, callbacks'
	},
	{
		folder: 'lib/map',
		mayImport: ['lib/domain', 'lib/stats', 'lib/cube', 'lib/plot', 'lib/ui'],
		holds: 'the map: rows in, picture out, callbacks'
	},
	{
		folder: 'lib/panels',
		mayImport: [
			'lib/domain',
			'lib/cube',
			'lib/questions',
			'lib/analysis',
			'lib/state',
			'lib/ui',
			'lib/charts',
			'lib/map'
		],
		holds: 'one question and one picture'
	}
];

/** The folders that hold Svelte; all others also run in Node, in workers and in tests without it. */
const withSvelte = [
	'lib/state',
	'lib/ui',
	'lib/charts',
	'lib/map',
	'lib/panels',
	'routes',
	'routes-public'
];

/** @param {...string} except */
const libraryBut = (...except) =>
	library.map((layer) => layer.folder).filter((folder) => !except.includes(folder));

/** @type {readonly Layer[]} */
export const layers = [
	...library,
	{
		folder: 'cli',
		mayImport: libraryBut('lib/state', 'lib/ui', 'lib/charts', 'lib/map', 'lib/panels'),
		holds: 'the hetu command (Node; compiled, since Node 20 strips no types)'
	},
	{
		folder: 'routes',
		mayImport: libraryBut('lib/stats', 'lib/forecast', 'lib/engine', 'lib/questions', 'lib/actor'),
		holds: 'internal site: order and density of panels; no SQL, no d3, no arithmetic in a page'
	},
	{
		folder: 'routes-public',
		mayImport: ['lib/domain', 'lib/cube', 'lib/plot', 'lib/ui'],
		mayNotReach: ['lib/engine', 'lib/questions', 'lib/casework', 'lib/dataset'],
		holds: 'public site: released cubes only'
	}
];

/** Layers that must run where no language is known, so they answer with codes. */
const withoutMessages = ['lib/stats', 'lib/forecast'];

/**
 * Packages that have a place. `onlyIn` or `notIn` are folders of the table; `suffix` lets a file in by its name
 * wherever it lies. `*` at the end of a name stands for anything. Test files may use all of `node:`.
 *
 * @typedef {object} PackageRule
 * @property {readonly string[]} packages
 * @property {readonly string[]} [onlyIn]
 * @property {readonly string[]} [notIn]
 * @property {string} [suffix]
 * @property {boolean} [inTests] test files are free of this rule
 * @property {string} why
 */

/** @type {readonly PackageRule[]} */
export const packageRules = [
	{
		packages: ['@duckdb/*'],
		onlyIn: ['lib/engine'],
		why: 'the whole database is one seam with three verbs (query, load, close), so that it can be changed in one place'
	},
	{
		packages: ['maplibre-gl', 'maplibre-gl/*'],
		onlyIn: ['lib/map'],
		why: 'one component owns the map; without WebGL the same numbers are drawn by lib/plot'
	},
	{
		packages: ['apache-arrow', 'apache-arrow/*'],
		onlyIn: ['lib/engine', 'lib/dataset', 'lib/ingest'],
		why: 'Arrow is how tables travel; above that everything is a Cube'
	},
	{
		packages: ['d3-*'],
		notIn: ['routes', 'routes-public'],
		why: 'a page orders panels; layout belongs to lib/plot and lib/charts'
	},
	{
		packages: ['svelte', 'svelte/*', '$app/*', '$env/*'],
		onlyIn: withSvelte,
		why: 'the other layers also run in Node and in workers, where there is neither Svelte nor Kit'
	},
	{
		packages: ['node:*'],
		onlyIn: ['cli'],
		suffix: '.node.ts',
		inTests: true,
		why: 'everything else must run in a browser; what needs Node is named *.node.ts'
	},
	{
		packages: ['vitest', 'fast-check'],
		onlyIn: [],
		inTests: true,
		why: 'test tools stay in *.test.ts files'
	}
];

/**
 * The layer a file belongs to.
 *
 * @param {string} path from the project root, with forward slashes: `src/lib/stats/wilson.ts`
 * @returns {Layer | undefined} undefined for a file that lies in no folder of the table
 */
export function layerOf(path) {
	return layers.find((layer) => path.startsWith(`src/${layer.folder}/`));
}

/**
 * Every folder that a layer may import directly, itself first.
 *
 * @param {Layer} layer
 * @returns {string[]}
 */
export function importsOf(layer) {
	const messages = withoutMessages.includes(layer.folder) ? [] : ['lib/i18n'];
	return [...new Set([layer.folder, ...layer.mayImport, ...messages])];
}
