import { execFile, execFileSync, spawn } from 'node:child_process';
import {
	cpSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DatasetIndex } from '#lib/domain/dataset-index.ts';
import type { Rejection } from '#lib/domain/errors.ts';
import { figure, reportFiles, smallReport } from '#lib/dataset/small-report.ts';
import { caseRow, casesCsv, smallFiles, smallManifest } from '#lib/ingest/small-folder.ts';

interface Ran {
	readonly code: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** Without what the machine's own settings say of language. */
const plain = { PATH: process.env['PATH'], HOME: process.env['HOME'] };

function run(script: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<Ran> {
	return new Promise((resolve) => {
		const env = { ...plain, ...more };
		execFile(process.execPath, [script, ...args], { env }, (error, stdout, stderr) => {
			resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
		});
	});
}

/** The compiled command, in the project's folder. */
const hetu = (...args: string[]): Promise<Ran> => run('dist-cli/hetu.js', args);

/** The one JSON line that `--json` prints. */
function jsonOf({ stdout }: Ran): Record<string, unknown> & { rejections: Rejection[] } {
	expect(stdout).toMatch(/^\{.*\}\n$/);
	return JSON.parse(stdout) as Record<string, unknown> & { rejections: Rejection[] };
}

// Each test starts processes of its own, and a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

let place: string;
beforeAll(async () => {
	// As a person starts it: this compiles the command, if its sources have changed.
	const ran = await run('tools/hetu.js', ['check', 'demo-city', '--json']);
	expect(ran).toMatchObject({ code: 0, stderr: '' });
	expect(jsonOf(ran)).toMatchObject({ dataset: 'demo-city' });
}, 120_000);
beforeEach(() => {
	place = mkdtempSync(join(tmpdir(), 'hetu-main-'));
});
afterEach(() => {
	rmSync(place, { recursive: true, force: true });
});

/** The small city as a folder, with some of its files changed. */
function smallCity(changed: Record<string, string | Uint8Array> = {}): string {
	const folder = join(place, 'city');
	mkdirSync(folder, { recursive: true });
	for (const [name, content] of Object.entries({ ...smallFiles(), ...changed })) {
		writeFileSync(join(folder, name), content);
	}
	return folder;
}

/** Every file below a folder with its bytes, as text that can be compared. */
function bytesIn(folder: string): Record<string, string> {
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
	return Object.fromEntries(
		entries
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'base64')])
	);
}

describe('the command line', () => {
	it.each([[[]], [['help']], [['--help']], [['-h']]])('shows its usage for %j', async (args) => {
		const ran = await hetu(...args);
		expect(ran).toMatchObject({ code: 0, stderr: '' });
		expect(ran.stdout).toContain('hetu <command>');
		for (const command of ['check', 'build', 'demo-city']) expect(ran.stdout).toContain(command);
	});

	it.each<[string, string[], string]>([
		['an unknown command', ['chekc', 'demo-city'], 'chekc'],
		['a name of every object', ['constructor'], 'constructor'],
		['an unknown option', ['check', 'demo-city', '--jsno'], '--jsno'],
		['no dataset', ['check', '--json'], '请写明一个数据集'],
		['two datasets', ['build', 'demo-city', 'boston'], '请写明一个数据集'],
		['an option without its value', ['check', 'demo-city', '--from'], '--from'],
		['a language that is none here', ['check', 'demo-city', '--lang', 'fr'], 'fr'],
		['no language after the option', ['check', 'demo-city', '--lang'], '“”'],
		['an unknown dataset', ['check', 'no-such-city', '--json'], 'no-such-city'],
		['a dataset that is a file', ['check', 'data/demo-city/areas.csv'], 'areas.csv'],
		[
			'no folder to take files from',
			['build', 'boston', '--from', 'no/such/folder'],
			'no/such/folder'
		],
		['a seed that is no number', ['demo-city', '--seed', 'x'], 'x']
	])('ends with 2 and shows its usage on bad usage: %s', async (_, args, named) => {
		const { code, stdout, stderr } = await hetu(...args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr.split('\n')[0]).toContain(named);
		expect(stderr).toContain('hetu <command>');
	});
});

describe('hetu check', () => {
	it('says of the demo city what adds up, in one line of JSON', async () => {
		const ran = await hetu('check', 'demo-city', '--json');
		expect(ran).toMatchObject({ code: 0, stderr: '' });
		const json = jsonOf(ran);
		// By hand: no cell of this file is quoted, so every line but the first is a case.
		const [header = '', ...lines] = gunzipSync(readFileSync('data/demo-city/cases.csv.gz'))
			.toString('utf8')
			.trimEnd()
			.split('\n');
		const cells = lines.map((line) => line.split(','));
		const columnAt = (name: string): number => header.split(',').indexOf(name);
		const tallies = (rows: string[][]): Record<string, number> => {
			const count = (name: string, value: string): number =>
				rows.filter((row) => row[columnAt(name)] === value).length;
			const ended = rows.filter((row) => row[columnAt('closed_on')] !== '');
			const inTime = ended.filter(
				(row) => (row[columnAt('closed_on')] ?? '') <= (row[columnAt('due_on')] ?? '')
			);
			return {
				handled: rows.length,
				resolved: count('outcome', 'resolved'),
				on_the_spot: count('on_the_spot', 'yes'),
				due_closed: ended.length,
				in_time: inTime.length
			};
		};
		const monthOf = (row: string[]): string => (row[columnAt('opened_on')] ?? '').slice(0, 7);
		const opening = cells.filter((row) => monthOf(row) >= '2018-01' && monthOf(row) <= '2018-08');
		const { coverage, figures, tables, ...rest } = json as unknown as {
			coverage: Record<string, Record<string, unknown>>;
			figures: { id: string; printed: number; counted?: number; equal?: boolean }[];
			tables: Record<string, { rows: number; accepted: number; rejected: number }>;
		};
		expect(rest).toEqual({
			dataset: 'demo-city',
			synthetic: true,
			counted: { from: '2018-01', to: '2018-08' },
			...tallies(opening),
			all: tallies(cells),
			areas: { village: 481, township: 60, county: 5, city: 1 },
			zones: 1,
			organisations: {
				coordination_centre: 66,
				people_mediation_committee: 541,
				marriage_family_room: 38,
				medical_committee: 3,
				traffic_platform: 11,
				labour_tribunal: 5,
				consumer_station: 90,
				school_committee: 1,
				property_window: 1,
				third_party_platform: 1,
				pilot: 2
			},
			rows: lines.length,
			accepted: lines.length,
			rejected: 0,
			set_aside: 0,
			notes: { area_stated: lines.length },
			rejections: []
		});
		expect(coverage['people_mediation_committee']).toEqual({
			township: { covered: 60, of: 60 },
			village: { covered: 481, of: 481 }
		});
		const unlike = figures.filter(({ equal }) => equal !== true).map(({ id }) => id);
		expect([figures.length, unlike]).toEqual([27, ['provincial_rank']]);
		for (const [name, account] of Object.entries(tables)) {
			const [, ...rows] = readFileSync(`data/demo-city/${name}.csv`, 'utf8').trimEnd().split('\n');
			expect(account, name).toEqual({ rows: rows.length, accepted: rows.length, rejected: 0 });
		}
		expect(Object.keys(tables)).toHaveLength(17);
	});

	it('says the same to a person, and writes nothing', async () => {
		const city = smallCity();
		const before = bytesIn(place);
		const { code, stdout, stderr } = await hetu('check', city);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(stdout).toContain('village: 4\ncounty: 2\ncity: 1\n');
		expect(stdout).toContain('2020-01 至 2020-12：\nhandled: 2\nresolved: 1\n');
		expect(stdout).toContain('  area_stated: 2\n');
		expect(bytesIn(place)).toEqual(before);
	});

	it('ends with 1 where a row is rejected, and says which', async () => {
		const rows = [caseRow({ Applicant: 'two\nlines' }), caseRow({ Case_No: 'C-2', Kind: 'Well' })];
		const city = smallCity({ 'cases.csv': casesCsv(rows) });
		const json = await hetu('check', city, '--json');
		expect(json.code).toBe(1);
		expect(jsonOf(json)).toMatchObject({
			rows: 2,
			accepted: 1,
			rejected: 1,
			set_aside: 0,
			rejections: [
				{
					file: 'cases.csv',
					row: 4,
					column: 'Group > Kind',
					value: 'Land > Well',
					reason: 'code-unknown'
				}
			]
		});
		const { code, stderr } = await hetu('check', city);
		expect(code).toBe(1);
		for (const part of ['cases.csv', '4', 'Group > Kind', 'Land > Well']) {
			expect(stderr).toContain(part);
		}
	});

	it('tells of the other tables what became of their rows, and of the report what the books say', async () => {
		const text = { zh: '受理', en: 'Handled' };
		const report = smallReport([
			figure('handled', 5, { tally: 'handled' }, { name: text }),
			{ id: 'rank', name: { zh: '名次', en: 'Rank' }, printed: 3, verifiable: false }
		]);
		const city = smallCity(reportFiles(report));
		const { code, stdout, stderr } = await hetu('check', city);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		for (const line of [
			'coordination_centre: 1',
			'工作报告 2020-03 至 2020-12：',
			'  受理：报告数 5，按底册重新统计 5',
			'  名次：报告数 3，无法核实',
			'表 organisations：读入 5 行：采用 5，退回 0'
		]) {
			expect(stdout.split('\n')).toContain(line);
		}
		expect(jsonOf(await hetu('check', city, '--json'))).toMatchObject({
			counted: { from: '2020-03', to: '2020-12' },
			handled: 5,
			all: { handled: 6 },
			zones: 1,
			figures: [
				{ id: 'handled', printed: 5, counted: 5, equal: true },
				{ id: 'rank', printed: 3 }
			],
			tables: { organisations: { rows: 5, accepted: 5, rejected: 0 } }
		});
	});

	it('ends with 1 where a figure of the report differs from the books, and says both', async () => {
		const report = smallReport([figure('handled', 7119, { tally: 'handled' })]);
		const ran = await hetu('check', smallCity(reportFiles(report)));
		expect(ran.code).toBe(1);
		expect(ran.stderr).toContain('报告数 7119，按底册重新统计 5，两数不符');
	});

	it('prints twenty rejections and how many more; all of them as JSON', async () => {
		const rows = Array.from({ length: 23 }, (_, i) => caseRow({ Case_No: `R-${i}`, People: '?' }));
		const city = smallCity({ 'cases.csv': casesCsv(rows) });
		const { stderr } = await hetu('check', city);
		const lines = stderr.trimEnd().split('\n');
		expect(lines).toHaveLength(22);
		expect(lines[0]).toContain('没有一行可以采用');
		expect(lines.at(-2)).toContain('4');
		expect(jsonOf(await hetu('check', city, '--json')).rejections).toHaveLength(24);
	});
});

describe('hetu build', () => {
	const build = (city: string, ...more: string[]): Promise<Ran> =>
		hetu('build', city, '--out', join(place, 'out'), ...more);

	it('makes the files that the site reads, and its catalogue', async () => {
		const { code, stdout, stderr } = await build(smallCity());
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		const files = bytesIn(join(place, 'out'));
		const names = Object.keys(files).map((name) => name.replace(/[0-9a-f]{12}/, 'HASH'));
		expect(names.sort()).toEqual([
			'index.json',
			'small/boundaries.HASH.topo.json.gz',
			'small/cases.HASH.arrow.gz',
			'small/explore.HASH.cubes.gz',
			'small/index.json',
			'small/opening.HASH.cube.gz'
		]);
		const catalogue = JSON.parse(readFileSync(join(place, 'out/index.json'), 'utf8')) as unknown;
		const index = JSON.parse(readFileSync(join(place, 'out/small/index.json'), 'utf8')) as {
			version: string;
		};
		expect(catalogue).toEqual({
			format: 1,
			datasets: [
				{ id: 'small', title: smallManifest().title, synthetic: true, version: index.version }
			]
		});
		expect(stdout).toContain(index.version);
	});

	it('makes the same bytes twice, and drops what it no longer names', async () => {
		const city = smallCity();
		await build(city);
		const first = bytesIn(join(place, 'out'));
		await build(city);
		expect(bytesIn(join(place, 'out'))).toEqual(first);
		writeFileSync(join(city, 'cases.csv'), casesCsv([caseRow({ Village: '0201' })]));
		expect(await build(city)).toMatchObject({ code: 0 });
		const names = Object.keys(bytesIn(join(place, 'out')));
		expect(names.filter((name) => name.startsWith('small/cases.'))).toHaveLength(1);
		expect(names.filter((name) => name in first).sort()).toEqual(
			[
				'index.json',
				'small/index.json',
				names.find((name) => name.includes('boundaries')) ?? ''
			].sort()
		);
	});

	it('keeps what was built before whole when it fails, and leaves nothing beside it', async () => {
		const city = smallCity();
		await build(city);
		const before = bytesIn(join(place, 'out'));
		writeFileSync(join(city, 'cases.csv.gz'), gzipSync(casesCsv([caseRow()])));
		truncateSync(join(city, 'cases.csv.gz'), 60);
		const { code, stdout, stderr } = await build(city);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toContain('cases.csv.gz');
		expect(bytesIn(join(place, 'out'))).toEqual(before);
		expect(readdirSync(join(place, 'out')).sort()).toEqual(['index.json', 'small']);
	});

	it.each([
		['the index', 'small/index.json.new', 'small/index.json.former'],
		['the catalogue', 'index.json.new', 'small/index.json.former']
	])('that is killed while it writes %s leaves one dataset whole', async (_, pipe, reached) => {
		const city = smallCity();
		await build(city);
		const out = join(place, 'out');
		const before = bytesIn(out);
		writeFileSync(join(city, 'cases.csv'), casesCsv([caseRow({ Village: '0201' })]));
		// A pipe that nobody reads from: whoever writes to it waits for ever.
		execFileSync('mkfifo', [join(out, pipe)]);
		const child = spawn(process.execPath, ['dist-cli/hetu.js', 'build', city, '--out', out]);
		const ended = new Promise((done) => child.once('exit', done));
		await expect.poll(() => existsSync(join(out, reached)), { timeout: 25_000 }).toBe(true);
		if (pipe === 'index.json.new') {
			const index = join(out, 'small/index.json');
			await expect
				.poll(() => readFileSync(index, 'base64'), { timeout: 25_000 })
				.not.toBe(before['small/index.json']);
		}
		child.kill('SIGKILL');
		await ended;
		rmSync(join(out, pipe));
		const after = bytesIn(out);
		const names = Object.keys(before).filter((name) => name !== 'small/index.json');
		for (const name of names) expect(after[name]).toBe(before[name]);
		const index = JSON.parse(readFileSync(join(out, 'small/index.json'), 'utf8')) as DatasetIndex;
		for (const { file } of [index.cases, index.opening, index.boundaries]) {
			expect(Object.keys(after)).toContain(`small/${file}`);
		}
		// The next build clears away what this one left.
		expect(await build(city)).toMatchObject({ code: 0 });
		expect(Object.keys(bytesIn(out))).toHaveLength(Object.keys(before).length);
	});

	it('puts the dataset back when the catalogue cannot be written', async () => {
		const city = smallCity();
		await build(city);
		const out = join(place, 'out');
		const before = bytesIn(out);
		writeFileSync(join(city, 'cases.csv'), casesCsv([caseRow({ Village: '0201' })]));
		mkdirSync(join(out, 'index.json.new'));
		const { code, stderr } = await build(city);
		expect(code).toBe(1);
		expect(stderr).toContain('EISDIR');
		expect(bytesIn(out)).toEqual(before);
	});

	it('is not stopped by another dataset that is damaged, and names it', async () => {
		mkdirSync(join(place, 'out/other'), { recursive: true });
		writeFileSync(join(place, 'out/other/index.json'), '{"manifest":');
		const { code, stderr } = await build(smallCity());
		expect(code).toBe(0);
		expect(stderr).toContain(join('other', 'index.json'));
	});

	it('writes nothing at all when the first build fails', async () => {
		const { code } = await build(smallCity({ 'dataset.json': '{' }));
		expect(code).toBe(1);
		expect(readdirSync(place)).toEqual(['city']);
	});

	it('is not stopped by rejected rows, but counts and names them, and ends as check does', async () => {
		const rows = [caseRow(), caseRow({ Case_No: 'C-2', People: 'two' })];
		const { code, stdout, stderr } = await build(smallCity({ 'cases.csv': casesCsv(rows) }));
		expect(code).toBe(1);
		expect(stdout).toContain('读入 2 行：采用 1，退回 1，不计 0');
		expect(stderr).toContain('People');
		expect(stderr).toContain('已写入，但有 1 行被退回');
		const index = JSON.parse(readFileSync(join(place, 'out/small/index.json'), 'utf8')) as {
			account: unknown;
		};
		expect(index.account).toMatchObject({ rows: 2, accepted: 1, rejected: 1, setAside: 0 });
	});

	it('is not stopped by rows of other tables or by a figure that differs: it names both, and ends with 1', async () => {
		const report = smallReport([figure('handled', 6, { tally: 'handled' })]);
		const files = { ...reportFiles(report), 'zones.csv': 'code,name_zh,name_en\nZ-2,,Zone\n' };
		const { code, stdout, stderr } = await build(smallCity(files));
		expect(code).toBe(1);
		expect(stdout).toContain('表 zones：读入 1 行：采用 0，退回 1');
		expect(stderr).toContain('已写入，但有 4 行被退回');
		expect(stderr).toContain('报告中有 1 个数字与底册不符');
		const names = readdirSync(join(place, 'out/small'));
		expect(names.filter((name) => /^books\.[0-9a-f]{12}\.json\.gz$/.test(name))).toHaveLength(1);
	});

	it('takes the data from another folder, and the manifest from its own', async () => {
		const city = smallCity();
		const own = join(place, 'own');
		mkdirSync(own);
		for (const name of ['dataset.json', 'types.csv', 'codes.json']) {
			cpSync(join(city, name), join(own, name));
			rmSync(join(city, name));
		}
		writeFileSync(join(city, 'dataset.json'), 'not this one');
		expect(await build(own, '--from', city)).toMatchObject({ code: 0, stderr: '' });
		expect(Object.keys(bytesIn(join(place, 'out')))).toContain('small/index.json');
	});
});

describe('the language', () => {
	const rows = [caseRow(), caseRow({ Case_No: 'C-2', People: 'two' })];
	const zh = /第 3 行“People”不是数字/;
	const en = /line 3: "People" is not a number/;

	it.each<[string, string[], NodeJS.ProcessEnv, RegExp]>([
		['nobody says', [], {}, zh],
		['the system says C', [], { LANG: 'C.UTF-8' }, zh],
		['the system says English', [], { LANG: 'en_GB.UTF-8' }, en],
		[
			'the system says English of one kind and Chinese of all',
			[],
			{ LANG: 'en_US', LC_ALL: 'zh_CN.UTF-8' },
			zh
		],
		['the environment says English', [], { HETU_LANG: 'en', LC_ALL: 'zh_CN.UTF-8' }, en],
		['an option says English', ['--lang', 'en'], { HETU_LANG: 'zh' }, en],
		['an option says Chinese', ['--lang=zh-CN'], { LANG: 'en_US.UTF-8' }, zh]
	])("is the reader's, where %s", async (_, option, environment, expected) => {
		const city = smallCity({ 'cases.csv': casesCsv(rows) });
		const ran = await run('dist-cli/hetu.js', ['check', city, ...option], environment);
		expect(ran.code).toBe(1);
		expect(ran.stderr).toMatch(expected);
	});

	it('is that of the usage and of bad usage too', async () => {
		const help = await hetu('--lang', 'en', 'help');
		expect(help).toMatchObject({ code: 0 });
		expect(help.stdout).toContain('Exit code');
		expect((await hetu('help')).stdout).toContain('退出码');
		expect((await hetu('--lang', 'en', 'chekc')).stderr).toContain('Unknown command: chekc');
	});

	it('is that of the sentences in the JSON too', async () => {
		const city = smallCity({ 'cases.csv': casesCsv(rows) });
		const [rejection] = jsonOf(await hetu('check', city, '--json', '--lang', 'en')).rejections;
		expect(rejection).toMatchObject({
			reason: 'number-invalid',
			sentence: expect.stringMatching(en) as string
		});
	});
});

describe('a program that fails', () => {
	it('says one sentence with a code, keeps its stack to itself, and shows it when asked', async () => {
		const out = join(place, 'file');
		writeFileSync(out, '');
		const args = ['build', smallCity(), '--out', out];
		const ran = await hetu(...args);
		expect(ran.code).toBe(1);
		expect(ran.stderr.trim().split('\n')).toHaveLength(1);
		expect(ran.stderr).toContain('ENOTDIR');
		expect(ran.stderr).toContain(out);
		const asked = await run('dist-cli/hetu.js', args, { HETU_DEBUG: '1' });
		expect(asked.stderr).toMatch(/^\s+at /m);
		expect(readFileSync(out, 'utf8')).toBe('');
	});
});

describe('hetu demo-city', () => {
	it('writes a city that checks', async () => {
		const out = join(place, 'city');
		cpSync('data/demo-city/dataset.json', join(out, 'dataset.json'));
		expect(await hetu('demo-city', '--out', out)).toMatchObject({ code: 0, stderr: '' });
		const own = jsonOf(await hetu('check', out, '--json'));
		expect(own).toEqual(jsonOf(await hetu('check', 'demo-city', '--json')));
	}, 240_000);
});
