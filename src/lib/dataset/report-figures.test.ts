import { describe, expect, it } from 'vitest';
import type { Count } from '#lib/domain/report.ts';
import { folderOf, smallFiles } from '#lib/ingest/small-folder.ts';
import { checkedReport, divisionOf } from './checked-report.ts';
import { readSource } from './read-source.ts';
import { reportFigures } from './report-figures.ts';
import { figure, reportFiles, smallReport } from './small-report.ts';
import { smallSource } from './small-source.ts';

const text = { zh: '文', en: 'Text' };

async function countOf(counted: Count): Promise<number | undefined> {
	const source = await smallSource(reportFiles(smallReport([figure('one', 0, counted)])));
	return reportFigures(source)[0]?.counted;
}

const committees = { kind: ['people_mediation_committee'] };

describe('a figure of a report is counted from the books', () => {
	it.each<[string, Count, number]>([
		['cases of its months', { tally: 'handled' }, 5],
		['cases of a tally', { tally: 'resolved' }, 3],
		['cases of a tally and not of another', { tally: 'handled', minus: 'resolved' }, 2],
		['cases in per cent', { tally: 'resolved', percentOf: 'handled', decimals: 0 }, 60],
		['areas of a level', { areas: 'village' }, 4],
		['areas whose name ends so', { areas: 'county', ending: '县' }, 2],
		['no area whose name ends so', { areas: 'county', ending: '区' }, 0],
		['rows of a table', { table: 'zones', where: {} }, 1],
		[
			'rows of a table where a column says so',
			{ table: 'duties', where: { status: ['closed'] } },
			1
		],
		['rows that a flag marks', { table: 'budget', where: { at_least: ['yes'] } }, 1],
		[
			'rows one of whose codes says so',
			{ table: 'organisations', where: { matters: ['wage'] } },
			1
		],
		['rows where a number says so', { table: 'declared', where: { row: ['52'] } }, 1],
		['rows of the report’s months', { table: 'visits', where: {}, during: 'on' }, 1],
		['a sum', { table: 'care_counts', where: { month: ['2020-12'] }, sum: 'n' }, 7],
		['a sum with decimals', { table: 'budget', where: {}, sum: 'amount' }, 4600.5],
		['different values', { table: 'care_counts', where: {}, distinct: 'month' }, 2],
		['rows of one level', { table: 'organisations', where: {}, level: 'village' }, 4],
		// P-2 closed in June, P-4 opens the year after.
		[
			'what is open on the last day',
			{ table: 'organisations', where: committees, activeAt: true },
			2
		],
		[
			'areas that have one on the last day',
			{
				table: 'organisations',
				where: committees,
				activeAt: true,
				distinct: 'area',
				level: 'village'
			},
			2
		],
		// The step of March holds, not those before and after it.
		[
			'posts as they stand on the last day',
			{ table: 'posts', where: { post: ['mediator'] }, activeAt: true, sum: 'filled' },
			4
		]
	])('as %s', async (_, counted, expected) => {
		expect(await countOf(counted)).toBe(expected);
	});

	it('with what it is a part of, where the report gives it', async () => {
		const report = smallReport([
			figure('covered', 2, { areas: 'village' }, { of: { areas: 'county' } }),
			figure('bodies', 1, { table: 'zones', where: {} }, { of: 'not_given' }),
			figure('handled', 5, { tally: 'handled' })
		]);
		const figures = reportFigures(await smallSource(reportFiles(report)));
		expect(figures.map(({ denominator }) => denominator)).toEqual([2, null, undefined]);
	});

	it.each<[string, number, boolean, boolean]>([
		['the same', 5, false, true],
		['one more', 6, false, false],
		['one less', 4, false, false],
		['"over" the same', 5, true, true],
		['"over" less', 4, true, true],
		['"over" more', 6, true, false]
	])('and compared: printed %s', async (_, printed, over, equal) => {
		const more = over ? { atLeast: true as const } : {};
		const report = smallReport([figure('handled', printed, { tally: 'handled' }, more)]);
		const files = reportFiles(report);
		const [found] = reportFigures(await smallSource(files));
		expect(found).toMatchObject({ printed, counted: 5, atLeast: over, verifiable: true, equal });
		const { source, rejections } = await readSource(folderOf({ ...smallFiles(), ...files }));
		expect(source).toBeDefined();
		const said = {
			file: 'dataset.json',
			row: 1,
			column: 'report.sections.0.figures.handled',
			value: String(printed),
			reason: 'figure-differs',
			expected: '5'
		};
		expect(rejections).toEqual(equal ? [] : [said]);
	});

	it('or is said to be one that cannot be verified', async () => {
		const rank = { id: 'rank', name: text, printed: 3, verifiable: false as const };
		const source = await smallSource(reportFiles(smallReport([rank])));
		expect(reportFigures(source)).toEqual([
			{ id: 'rank', printed: 3, atLeast: false, verifiable: false, equal: false }
		]);
	});

	it('and there is none where the manifest has no report', async () => {
		const source = await smallSource();
		expect(reportFigures(source)).toEqual([]);
		expect(checkedReport(source)).toBeUndefined();
		expect(divisionOf(source)).toBeUndefined();
	});
});

describe('a rest that a report leaves unexplained', () => {
	it('is divided by the codes that its cases have', async () => {
		const division = { name: text, note: text, tally: 'handled', minus: 'resolved', by: 'outcome' };
		const source = await smallSource(reportFiles(smallReport([], { division })));
		expect(divisionOf(source)).toEqual({
			name: text,
			note: text,
			total: 2,
			parts: [
				{ name: { zh: '办理中', en: 'Open' }, n: 1 },
				{ name: { zh: '不成功', en: 'Not resolved' }, n: 1 }
			]
		});
	});

	it('is divided whole: cases without a code are a part without a name', async () => {
		const division = { name: text, note: text, tally: 'handled', minus: 'resolved', by: 'in_time' };
		const source = await smallSource(reportFiles(smallReport([], { division })));
		expect(divisionOf(source)).toMatchObject({
			total: 2,
			parts: [{ name: { zh: '是', en: 'Yes' }, n: 1 }, { n: 1 }]
		});
	});
});
