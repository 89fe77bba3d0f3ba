/**
 * The layers are proved by breaking them: each case is a wrong file, and the check must refuse it with a message that
 * says what would be right. ESLint gets the text only; dependency-cruiser needs files and gets a small project.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { ESLint } from 'eslint';
import ts from 'typescript-eslint';
import { expect, test, vi } from 'vitest';
import dependencyRules from '../.dependency-cruiser.js';
import { importsOf, layers } from '../layers.js';

const root = resolve(import.meta.dirname, '..');

// ESLint loads its plugins in the first case, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

// The project's own configuration; only the rules that need a file on disk are put aside.
const eslint = new ESLint({ cwd: root, overrideConfig: [ts.configs.disableTypeChecked] });

async function complaints(path: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath: join(root, path) });
	const messages = result?.messages ?? [];
	const fatal = messages.find((message) => message.fatal);
	if (fatal) throw new Error(`${path} cannot be parsed: ${fatal.message}`);
	return messages
		.filter(({ ruleId }) => ruleId === 'hetu/layer-imports' || ruleId === 'no-restricted-imports')
		.map((message) => message.message);
}

// prettier-ignore
const refused: [what: string, folder: string, code: string, message: RegExp][] = [
	['a lower layer importing a higher one', 'lib/stats', "import '#lib/domain/area.ts';", /lib\/stats may not import lib\/domain.*It may import: nothing but itself/],
	['a type', 'lib/cube', "import type { Database } from '#lib/engine/database.ts';", /lib\/cube may not import lib\/engine/],
	['a type inside an expression', 'lib/cube', "export let a: import('#lib/engine/database.ts').Database;", /lib\/cube may not import lib\/engine/],
	['an import on demand', 'lib/plot', "await import('#lib/state/view.svelte.ts');", /lib\/plot may not import lib\/state/],
	['a re-export', 'lib/audit', "export { round } from '#lib/disclosure/round.ts';", /lib\/audit may not import lib\/disclosure/],
	['a worker', 'lib/ui', "new Worker(new URL('#lib/analysis/statistics.worker.ts', import.meta.url));", /lib\/ui may not import lib\/analysis/],
	['messages where codes are due', 'lib/stats', "import '#lib/i18n/locale.ts';", /lib\/stats may not import lib\/i18n/],
	['the command', 'lib/dataset', "import '#cli/check.ts';", /lib\/dataset may not import cli/],
	['SQL in a page', 'routes', "import '#lib/engine/sql.ts';", /routes may not import lib\/engine/],
	['climbing across folders', 'lib/cube', "import '../stats/wilson.ts';", /climbs with '\.\.\/'/],
	['climbing inside a folder', 'routes/map', "import '../parts.ts';", /climbs with '\.\.\/'/],
	['a missing extension', 'lib/cube', "import '#lib/stats/wilson';", /no file extension/],
	['a missing extension beside', 'lib/cube', "import './slice';", /no file extension/],
	['a folder that is no layer', 'lib/cube', "import '#lib/utils/array.ts';", /lies in no layer/],
	['the alias of Kit', 'lib/panels', "import '$lib/ui/Card.svelte';", /write '#lib/],
	['everything of a file passed on', 'lib/cube', "export * from './slice.ts';", /No barrel files/],
	['DuckDB outside its seam', 'lib/questions', "import '@duckdb/duckdb-wasm';", /only in lib\/engine: .*one seam/],
	['DuckDB in a public page', 'routes-public', "import '@duckdb/node-api';", /only in lib\/engine/],
	['d3 in a page', 'routes', "import 'd3-scale';", /not in routes, routes-public/],
	['MapLibre outside the map', 'lib/panels', "import 'maplibre-gl/dist/maplibre-gl.css';", /only in lib\/map/],
	['Arrow above the tables', 'lib/cube', "import 'apache-arrow';", /only in lib\/engine, lib\/dataset, lib\/ingest/],
	['Node in a file for browsers', 'lib/engine', "import 'node:fs';", /only in cli, files named \*\.node\.ts/],
	['a test tool in the product', 'lib/stats', "import 'fast-check';", /only in tests/],
	['Kit below the pages', 'lib/domain', "import '$app/paths';", /neither Svelte nor Kit/]
];

test.each(refused)('%s is refused', async (_, folder, code, expected) => {
	const messages = await complaints(`src/${folder}/probe.ts`, code);
	expect(messages).toEqual([expect.stringMatching(expected)]);
});

test('a component is judged like any file', async () => {
	const code = '<script lang="ts">\n\timport \'#lib/questions/cases-by-area.ts\';\n</script>\n';
	expect(await complaints('src/lib/ui/Probe.svelte', code)).toEqual([
		expect.stringMatching(/lib\/ui may not import lib\/questions/)
	]);
});

test('a barrel is refused by its name', async () => {
	expect(await complaints('src/lib/cube/index.ts', 'export const a = 1;')).toEqual([
		expect.stringMatching(/No barrel files/)
	]);
});

test.each([
	'#cli/check.ts',
	'#lib/questions/sql.ts',
	'#lib/ingest/cases.ts',
	'../../src/lib/domain/mapping.ts'
])('expected values may not be worked out with %s', async (name) => {
	expect(await complaints('tests/by-hand/probe.ts', `import '${name}';`)).toEqual([
		expect.stringMatching(/worked out by hand/)
	]);
});

test('a file in no layer is refused', async () => {
	expect(await complaints('src/lib/probe.ts', 'export const a = 1;')).toEqual([
		expect.stringMatching(/lies in no layer/)
	]);
});

// prettier-ignore
const allowed: [path: string, code: string][] = [
	['lib/cube/probe.ts', "import '#lib/stats/wilson.ts'; import './slice.ts'; import '#lib/cube/sum.ts';"],
	['lib/stats/probe.test.ts', "import 'vitest'; import 'fast-check'; import 'node:fs'; import './wilson.ts';"],
	['lib/engine/probe.node.ts', "import '@duckdb/node-api'; import 'node:path';"],
	['lib/map/Probe.ts', "import 'maplibre-gl'; import '#lib/ui/Card.svelte'; import './worker.js?url';"],
	['routes/+page.ts', "import './$types'; import '$app/paths'; import '#lib/panels/Map.svelte';"],
	['cli/main.ts', "import 'node:fs'; import '#lib/forecast/score.ts'; import '#lib/dataset/build.ts';"],
	['cli/demo-city/probe.ts', "import './a/b.ts'; import '#cli/directory.ts';"]
];

test.each(allowed)('%s may import what its row says', async (path, code) => {
	expect(await complaints(`src/${path}`, code)).toEqual([]);
});

test('no row of the table points down the table', () => {
	const order = layers.map((layer) => layer.folder);
	for (const layer of layers) {
		for (const folder of importsOf(layer)) {
			const isInTable = order.includes(folder);
			const points = order.indexOf(folder) - order.indexOf(layer.folder);
			expect([layer.folder, folder, isInTable]).toEqual([layer.folder, folder, true]);
			if (folder !== 'lib/i18n') expect([layer.folder, folder, points <= 0]).toContain(true);
		}
	}
});

/** Lays the files into an empty project with our package.json imports and returns what dependency-cruiser finds. */
async function violations(files: Record<string, string>): Promise<string[]> {
	mkdirSync(join(root, '.cache'), { recursive: true });
	// Inside the project, so that Svelte's own packages are found.
	const project = mkdtempSync(join(root, '.cache', 'layers-'));
	try {
		const all = { ...files, 'package.json': '{ "imports": { "#lib/*": "./src/lib/*" } }' };
		for (const [name, text] of Object.entries(all)) {
			mkdirSync(dirname(join(project, name)), { recursive: true });
			writeFileSync(join(project, name), text);
		}
		const { forbidden, options } = dependencyRules;
		const { output } = await cruise(['src'], {
			...options,
			ruleSet: { forbidden: forbidden ?? [] },
			validate: true,
			baseDir: project,
			outputType: 'json'
		});
		const result = JSON.parse(output as string) as ICruiseResult;
		return result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
	} finally {
		rmSync(project, { recursive: true, force: true });
	}
}

test('a sound project passes, with components, types of Kit and messages not yet compiled', async () => {
	const found = await violations({
		'src/lib/stats/wilson.ts': 'export const wilson = (n: number): number => n;',
		'src/lib/ui/Figure.svelte':
			"<script lang=\"ts\">\n\timport { m } from '#lib/i18n/messages/messages.js';\n\timport { wilson } from '#lib/stats/wilson.ts';\n</script>\n{m.a()}{wilson(1)}",
		'src/routes/+page.svelte':
			"<script lang=\"ts\">\n\timport { resolve } from '$app/paths';\n\timport Figure from '#lib/ui/Figure.svelte';\n</script>\n<a href={resolve('/')}><Figure /></a>",
		'src/routes/+page.ts':
			"import type { PageLoad } from './$types';\nexport const load: PageLoad = () => ({});"
	});
	expect(found).toEqual([]);
});

test('a cycle of two files is found', async () => {
	const found = await violations({
		'src/lib/cube/slice.ts':
			"import { sum } from '#lib/cube/sum.ts';\nexport const slice = (): number => sum();",
		'src/lib/cube/sum.ts':
			"import { slice } from './slice.ts';\nexport const sum = (): number => slice();"
	});
	expect(found).toEqual(['no-cycles: src/lib/cube/slice.ts -> src/lib/cube/sum.ts']);
});

test('a cycle of two components is found', async () => {
	const component = (other: string) =>
		`<script lang="ts">\n\timport Other from './${other}.svelte';\n</script>\n<Other />`;
	const found = await violations({
		'src/lib/ui/Card.svelte': component('Row'),
		'src/lib/ui/Row.svelte': component('Card')
	});
	expect(found).toEqual(['no-cycles: src/lib/ui/Card.svelte -> src/lib/ui/Row.svelte']);
});

test('the public site may not reach the engine, not even through another file', async () => {
	const found = await violations({
		'src/lib/engine/sql.ts': 'export const sql = 1;',
		'src/lib/plot/bars.ts': "export { sql as bars } from '#lib/engine/sql.ts';",
		'src/routes-public/+page.svelte':
			'<script lang="ts">\n\timport { bars } from \'#lib/plot/bars.ts\';\n</script>\n{bars}'
	});
	expect(found).toEqual([
		'routes-public must not reach lib/engine: src/routes-public/+page.svelte -> src/lib/engine/sql.ts'
	]);
});

test('a name that leads nowhere is found', async () => {
	const found = await violations({ 'src/lib/cube/slice.ts': "import '#lib/cube/gone.ts';" });
	expect(found).toEqual(['not-to-unresolvable: src/lib/cube/slice.ts -> #lib/cube/gone.ts']);
});
