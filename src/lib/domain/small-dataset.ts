import { datasetOf, type Dataset, type DatasetIndex } from './dataset-index.ts';
import type { Text } from './text.ts';

/**
 * A made-up city of ten areas for the unit tests; the product does not import it. Positions:
 *
 *     0 city ─┬─ 1 north ─┬─ 2 north-a
 *             │           └─ 3 north-b
 *             ├─ 4 south ─── 5 south-a
 *             ├─ 6 empty          (a county without villages, nobody lives there)
 *             └─ 7 east ──┬─ 8 east-a   (population not known)
 *                         └─ 9 east-b
 *
 * Levels: village (0), county (1), city (2). Months: March 2020 to June 2021.
 */
export function smallIndex(): DatasetIndex {
	return {
		format: 1,
		version: '0123456789abcdef',
		manifest: {
			format: 1,
			id: 'small',
			title: text('小城', 'Small City'),
			synthetic: true,
			source: text('虚构', 'Made up'),
			licence: text('可自由使用', 'Free to use'),
			timeZone: 'Asia/Shanghai',
			period: { from: '2020-03-09', to: '2021-06-30' },
			as_of: '2021-06-30',
			terms: { case: text('纠纷', 'dispute'), cases: text('纠纷', 'disputes') },
			levels: [level('village', '村'), level('county', '县'), level('city', '市')],
			areas: { from: 'table', files: ['areas.csv'] },
			cases: {
				files: ['cases.csv'],
				id: { from: 'id' },
				area: { from: 'area', clean: [], otherwise: 'reject' },
				opened_on: { from: 'opened_on', format: 'YYYY-MM-DD' },
				codes: { type: { from: 'type' }, outcome: { from: 'outcome' } },
				derivedColumns: {},
				refused: ['party_name']
			},
			codeLists: {
				type: { name: text('类型', 'Type'), file: 'types.csv' },
				outcome: {
					name: text('结果', 'Outcome'),
					codes: [
						{ code: 'resolved', zh: '成功', en: 'Resolved' },
						{ code: 'open', zh: '办理中', en: 'Open' }
					]
				}
			},
			tallies: [
				{ id: 'handled', name: text('受理', 'Handled'), where: {} },
				{ id: 'resolved', name: text('成功', 'Resolved'), where: { outcome: ['resolved'] } }
			],
			indicators: [
				{ ...words('cases', '件数', 'Cases'), kind: 'count', numerator: 'handled' },
				{
					...words('success', '成功率', 'Success rate'),
					kind: 'share',
					numerator: 'resolved',
					denominator: 'handled',
					smallestDenominator: 10,
					direction: 'higher_is_better'
				},
				{
					...words('rate', '发生率', 'Rate'),
					kind: 'rate',
					numerator: 'handled',
					denominator: 'population',
					per: 10_000,
					smallestDenominator: 100,
					smallestNumerator: 5,
					direction: 'lower_is_better'
				}
			],
			opening: {
				level: 'county',
				indicator: 'rate',
				from: '2020-07',
				to: '2020-12',
				headline: ['cases', 'success']
			},
			points: { keep: 'none' },
			caveats: [text('仅供测试', 'For tests only')]
		},
		areas: {
			codes: '00 10 11 12 20 21 30 40 41 42'.split(' '),
			zh: '小城 北县 北甲村 北乙村 南县 南甲村 空县 东县 东甲村 东乙村'.split(' '),
			en: 'Small-City North North-A North-B South South-A Empty East East-A East-B'.split(' '),
			parent: [-1, 0, 1, 1, 0, 4, 0, 0, 7, 7],
			level: [2, 1, 0, 0, 1, 0, 1, 1, 0, 0],
			population: [9000, 3000, 1000, 2000, 4000, 4000, 0, 2000, null, 1500],
			lon: [110, 110, 109.9, 110.1, 110, 110, 109, 111, 110.9, 111.1],
			lat: [30, 31, 31, 31, 29, 29, 30, 30, 30, 30]
		},
		codeLists: {
			type: {
				codes: ['land', 'land_border', 'land_use', 'family', '07.1', '邻里 & 相邻权'],
				zh: ['土地', '边界', '使用', '家庭', '其他一', '邻里'],
				en: ['Land', 'Border', 'Use', 'Family', 'Other 1', 'Neighbours'],
				parent: [-1, 0, 0, -1, -1, 4]
			},
			outcome: {
				codes: ['resolved', 'open'],
				zh: ['成功', '办理中'],
				en: ['Resolved', 'Open'],
				parent: [-1, -1]
			}
		},
		account: { rows: 12, accepted: 10, rejected: 1, setAside: 1, notes: {} },
		cases: { file: 'cases.arrow.gz', bytes: 100, rows: 10 },
		opening: { file: 'opening.cube.gz', bytes: 50 },
		boundaries: { file: 'boundaries.json.gz', bytes: 200 }
	};
}

export function smallDataset(): Dataset {
	return datasetOf(smallIndex());
}

function text(zh: string, en: string): Text {
	return { zh, en };
}

function level(id: string, zh: string): DatasetIndex['manifest']['levels'][number] {
	return {
		id,
		name: text(zh, `${id} areas`),
		one: text(zh, id),
		boundaries: { file: 'boundaries.json', object: id, code: '{code}' }
	};
}

function words(id: string, zh: string, en: string) {
	return {
		id,
		name: text(zh, en),
		unit: text('件', 'cases'),
		direction: 'neither' as const,
		basis: text('受理日', 'Day of acceptance'),
		definition: text('定义', 'Definition')
	};
}
