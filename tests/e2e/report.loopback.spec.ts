import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openAtlas, withoutMap } from '../support/atlas.ts';
import { casesIn } from '../support/case-file.ts';
import {
	buildCity,
	changeManifest,
	copyOfDemoCity,
	emptyFolder,
	serveWith
} from '../support/cities.ts';
import { expect, test } from '../support/test.ts';

const text = (zh: string, en: string): { zh: string; en: string } => ({ zh, en });

/** The demo city with one more table and a small report; what its figures are is counted here by hand. */
function cityWithReport(): { data: string; unresolved: Record<string, number> } {
	const folder = copyOfDemoCity();
	const cases = casesIn(folder).filter(({ opened_on: day = '' }) => day >= '2018-08-01');
	const rest = cases.filter(({ outcome }) => outcome !== 'resolved');
	const unresolved: Record<string, number> = {};
	for (const { outcome = '' } of rest) unresolved[outcome] = (unresolved[outcome] ?? 0) + 1;
	writeFileSync(join(folder, 'zones.csv'), 'code,name_zh,name_en\nZ-1,新区,New Zone\n');
	changeManifest(folder, {
		tables: { zones: { file: 'zones.csv' } },
		report: {
			title: text('八月工作报告', 'Report of August'),
			source: text('虚构', 'Made up'),
			from: '2018-08',
			to: '2018-08',
			caveats: [],
			sections: [
				{
					name: text('全部', 'All'),
					figures: [
						{
							id: 'rest',
							name: text('未成功', 'Not resolved'),
							printed: rest.length,
							counted: { tally: 'handled', minus: 'resolved' },
							of: { tally: 'handled' }
						},
						{
							id: 'zones',
							name: text('功能区', 'Zones'),
							printed: 1,
							atLeast: true,
							counted: { table: 'zones' },
							of: 'not_given'
						},
						{ id: 'rank', name: text('排名', 'Rank'), printed: 3, verifiable: false }
					]
				}
			],
			division: {
				name: text('构成', 'Division'),
				tally: 'handled',
				minus: 'resolved',
				by: 'outcome',
				note: text('此处构成为虚构', 'this division is invented')
			}
		}
	});
	const data = emptyFolder();
	buildCity(folder, data);
	return { data, unresolved };
}

test('the figures of the report stand below the map, each with what the books say', async ({
	page
}) => {
	const { data, unresolved } = cityWithReport();
	const fetched: string[] = [];
	page.on('request', (request) => fetched.push(request.url()));
	await withoutMap(page);
	await openAtlas(page, await serveWith(data, '127.0.0.1'));
	const panel = page.locator('details', { hasText: '工作报告数字' });
	await expect(panel).toHaveAttribute('open', '');
	expect(fetched.filter((url) => url.includes('/books.'))).toEqual([]);

	const total = Object.values(unresolved).reduce((sum, n) => sum + n, 0);
	const rowOf = (name: string) => panel.getByRole('row').filter({ hasText: name });
	await expect(rowOf('未成功').getByRole('cell').first()).toHaveText(String(total));
	await expect(rowOf('未成功')).toContainText('与底册一致');
	await expect(rowOf('功能区')).toContainText('≥1');
	await expect(rowOf('功能区')).toContainText('报告未给出分母');
	await expect(rowOf('排名')).toContainText('报告所列，无法核实');
	await expect(rowOf('排名')).not.toContainText('与底册一致');
	const division = page.getByTestId('report-division');
	await expect(division).toContainText(`构成（${String(total)}）`);
	await expect(division).toContainText('此处构成为虚构');
	const numbers = ((await division.textContent()) ?? '').match(/\d+(?=[、。])/g) ?? [];
	expect(numbers.map(Number).sort()).toEqual(Object.values(unresolved).sort());

	const index = JSON.parse(readFileSync(join(data, 'demo-city/index.json'), 'utf8')) as {
		books: { file: string; rows: unknown };
	};
	expect(index.books.rows).toEqual({ zones: 1 });
});

test('on a telephone the figures are one touch away', async ({ page }) => {
	await page.setViewportSize({ width: 360, height: 740 });
	await withoutMap(page);
	await openAtlas(page, await serveWith(cityWithReport().data, '127.0.0.1'));
	const panel = page.locator('details', { hasText: '工作报告数字' });
	await expect(panel.getByRole('table')).toBeHidden();
	await panel.locator('summary').click();
	await expect(panel.getByRole('table')).toBeVisible();
});
