import type { Manifest } from '#lib/domain/manifest.ts';
import type { Folder } from './folder.ts';

/**
 * A made-up city in files, for the tests; the product does not import it. Four villages in a row, each one
 * degree wide from 30° to 31° north, two to a county:
 *
 *     100°E    101°E    102°E    103°E    104°E
 *       │  0101  │  0102  │  0201  │  0202  │
 *       │      0100       │      0200       │     all of it: 0000
 *
 * 103.5°E 30.5°N is where the geocoder puts what it cannot find. Period: the year 2020.
 */
export function smallManifest(): Manifest {
	const text = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });
	const level = (id: string, file: string): Manifest['levels'][number] => ({
		id,
		name: text(`${id}们`, `${id} areas`),
		one: text(id, id),
		boundaries: { file, code: '{CODE}' }
	});
	const words = {
		unit: text('件', 'cases'),
		basis: text('按立案日期', 'By day of opening'),
		definition: text('定义', 'Definition')
	};
	const americanDate = 'MM/DD/YYYY hh:mm:ss A';
	return {
		format: 1,
		id: 'small',
		title: text('小城', 'Small City'),
		synthetic: true,
		source: text('虚构', 'Made up'),
		licence: text('可自由使用', 'Free to use'),
		timeZone: 'Asia/Shanghai',
		period: { from: '2020-01-01', to: '2020-12-31' },
		as_of: '2020-12-31',
		terms: { case: text('纠纷', 'dispute'), cases: text('纠纷', 'disputes') },
		levels: [
			level('village', 'villages.geojson'),
			level('county', 'counties.geojson'),
			{
				...level('city', 'city.topo.json'),
				boundaries: { file: 'city.topo.json', object: 'city', code: '{CODE}' }
			}
		],
		areas: { from: 'table', files: ['areas.csv'] },
		cases: {
			files: ['cases.csv.gz', 'cases.csv'],
			id: { from: 'Case_No' },
			area: { from: 'Village', clean: ['drop-decimals', { padStart: 4 }], otherwise: 'point' },
			point: { lon: 'X', lat: 'Y', notLocations: [[103.5, 30.5]] },
			opened_on: { from: 'Opened', format: americanDate },
			due_on: { from: 'Due', format: 'YYYY-MM-DD' },
			closed_on: { from: 'Closed', format: americanDate },
			people: { from: 'People' },
			codes: {
				type: { from: ['Group', 'Kind'] },
				channel: { from: 'Way' },
				outcome: {
					rules: [
						{ when: { State: ['open'] }, code: 'open' },
						{ when: { State: ['done'], Ending: { matches: '^agreed\\b' } }, code: 'resolved' },
						{ when: { State: ['done'], Ending: { filled: true } }, code: 'not_resolved' }
					]
				},
				in_time: { derived: 'in_time' }
			},
			derivedColumns: {},
			refused: ['APPLICANT', 'phone']
		},
		codeLists: {
			type: { name: text('类型', 'Type'), file: 'types.csv' },
			channel: { name: text('渠道', 'Channel'), file: 'codes.json', key: 'channel' },
			outcome: {
				name: text('结果', 'Outcome'),
				codes: [
					{ code: 'open', zh: '办理中', en: 'Open' },
					{ code: 'resolved', zh: '成功', en: 'Resolved' },
					{ code: 'not_resolved', zh: '不成功', en: 'Not resolved' }
				]
			},
			in_time: {
				name: text('按期', 'In time'),
				codes: [
					{ code: 'yes', zh: '是', en: 'Yes' },
					{ code: 'no', zh: '否', en: 'No' }
				]
			}
		},
		tallies: [
			{ id: 'handled', name: text('受理', 'Handled'), where: {} },
			{ id: 'resolved', name: text('成功', 'Resolved'), where: { outcome: ['resolved'] } },
			{
				id: 'quick_calls',
				name: text('电话且按期', 'By telephone and in time'),
				where: { channel: ['phone'], in_time: ['yes'] }
			}
		],
		indicators: [
			{
				...words,
				id: 'count',
				kind: 'count',
				name: text('件数', 'Cases'),
				numerator: 'handled',
				direction: 'neither'
			}
		],
		opening: {
			level: 'village',
			indicator: 'count',
			from: '2020-01',
			to: '2020-12',
			headline: ['count']
		},
		points: { keep: 'all' },
		caveats: []
	};
}

export const caseColumns = [
	'Case_No',
	'Opened',
	'Due',
	'Closed',
	'Village',
	'X',
	'Y',
	'People',
	'Group',
	'Kind',
	'Way',
	'State',
	'Ending',
	'Applicant',
	'Phone'
] as const;

export type CaseRow = Record<(typeof caseColumns)[number], string>;

/** A case without a fault, but for what is given. */
export function caseRow(given: Partial<CaseRow> = {}): CaseRow {
	return {
		Case_No: 'C-1',
		Opened: '03/05/2020 09:30:00 AM',
		Due: '2020-04-04',
		Closed: '03/20/2020 04:00:00 PM',
		Village: '101.0',
		X: '100.25',
		Y: '30.75',
		People: '2',
		Group: 'Land',
		Kind: 'Border',
		Way: 'Telephone',
		State: 'done',
		Ending: 'agreed in writing',
		Applicant: 'Somebody Nobody',
		Phone: '+00 000 0000',
		...given
	};
}

/** Cases as a file: every cell quoted, lines ended by `newline`. */
export function casesCsv(rows: readonly CaseRow[], newline = '\n'): string {
	return csvOf([[...caseColumns], ...rows.map((row) => caseColumns.map((name) => row[name]))], {
		newline
	});
}

/** A table as the most careful writer would write it. */
export function csvOf(
	table: readonly (readonly string[])[],
	{ newline = '\n', delimiter = ',' } = {}
): string {
	const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
	return table.map((row) => row.map(quoted).join(delimiter) + newline).join('');
}

/** Every file of the city by its name; two villages have cases, one case each. */
export function smallFiles(): Record<string, string> {
	const feature = (CODE: string, west: number, east: number): unknown => ({
		type: 'Feature',
		properties: { CODE, SURVEYOR: 'Surveyor Nobody' },
		geometry: { type: 'Polygon', coordinates: [square(west, east)] }
	});
	const collection = (...features: unknown[]): string =>
		JSON.stringify({ type: 'FeatureCollection', features });
	const city = { type: 'Polygon', arcs: [[0]], properties: { CODE: '0000' } };
	return {
		'dataset.json': JSON.stringify(smallManifest()),
		'areas.csv': [
			'code,name_zh,name_en,level,parent,population',
			'0000,小城,Small City,city,,7000',
			'0100,东县,East County,county,0000,3000',
			'0101,甲村,Village A,village,0100,1000',
			'0102,乙村,,village,0100,2000',
			'0200,西县,West County,county,0000,4000',
			'0201,丙村,Village C,village,0200,4000',
			'0202,丁村,Village D,village,0200,',
			''
		].join('\n'),
		'villages.geojson': collection(
			feature('0101', 100, 101),
			feature('0102', 101, 102),
			feature('0201', 102, 103),
			feature('0202', 103, 104)
		),
		'counties.geojson': collection(feature('0100', 100, 102), feature('0200', 102, 104)),
		'city.topo.json': JSON.stringify({
			type: 'Topology',
			objects: { city: { type: 'GeometryCollection', geometries: [city] } },
			arcs: [square(100, 104)]
		}),
		'types.csv': [
			'code,parent,zh,en,source',
			'land,,土地,Land,',
			'border,land,边界,Border,Land > Border',
			'use,land,使用,Use,Land > Use',
			'family,,家庭,Family,Family',
			'wage,,工资,Wages,Work > Wages',
			''
		].join('\n'),
		'codes.json': JSON.stringify({
			channel: [
				{ code: 'phone', zh: '电话', en: 'Telephone', source: 'Telephone' },
				{ code: 'visit', zh: '来访', en: 'Visit' }
			]
		}),
		'cases.csv': casesCsv([
			caseRow(),
			caseRow({
				Case_No: 'C-2',
				Village: '202',
				Kind: 'Use',
				State: 'open',
				Closed: '',
				Ending: ''
			})
		])
	};
}

function square(west: number, east: number): [number, number][] {
	return [
		[west, 30],
		[east, 30],
		[east, 31],
		[west, 31],
		[west, 30]
	];
}

/** Files in memory as a Folder: texts as UTF-8, bytes as they are. */
export function folderOf(
	files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>
): Folder {
	return {
		names: Object.keys(files),
		read: (name) => {
			const content = files[name];
			if (content === undefined) return Promise.reject(new RangeError(`There is no ${name}.`));
			return Promise.resolve(
				typeof content === 'string' ? new TextEncoder().encode(content) : content
			);
		}
	};
}
