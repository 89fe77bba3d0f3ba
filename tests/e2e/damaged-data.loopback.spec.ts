/** A built dataset of which a file is missing, cut off, damaged or of another version: the page says which, and what to do. */
import type { Page } from '@playwright/test';
import { openAtlas, waitForReady, withoutMap } from '../support/atlas.ts';
import { expect, test } from '../support/test.ts';

type Answer = Parameters<Parameters<Parameters<Page['route']>[1]>[0]['fulfill']>[0];

const body = (text: string): Answer => ({ status: 200, body: text });

/** The first bytes of a gzip file, and nothing after them. */
const cutOff: Answer = {
	status: 200,
	body: Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0x4b, 0x4c])
};

const faults: [string, RegExp, Answer, RegExp, RegExp][] = [
	[
		'a catalogue that is no JSON',
		/data\/index\.json$/,
		body('<!doctype html>'),
		/index\.json 已损坏或不完整/,
		/index\.json is damaged/
	],
	[
		'an index that is cut off',
		/demo-city\/index\.json$/,
		body('{"format":1,'),
		/demo-city\/index\.json 已损坏/,
		/demo-city\/index\.json is damaged/
	],
	[
		'an index of another version',
		/demo-city\/index\.json$/,
		body('{"format":2}'),
		/demo-city\/index\.json 由另一版本/,
		/demo-city\/index\.json was made by another version/
	],
	[
		'boundaries that are missing',
		/boundaries\.[^/]*$/,
		{ status: 404 },
		/没有数据文件 demo-city\/boundaries/,
		/no data file demo-city\/boundaries/
	],
	[
		'boundaries that are cut off',
		/boundaries\.[^/]*$/,
		cutOff,
		/demo-city\/boundaries.* 已损坏/,
		/demo-city\/boundaries.* is damaged/
	],
	[
		'an opening cube that is missing',
		/opening\.[^/]*$/,
		{ status: 404 },
		/没有数据文件 demo-city\/opening/,
		/no data file demo-city\/opening/
	],
	[
		'an opening cube that is cut off',
		/opening\.[^/]*$/,
		cutOff,
		/demo-city\/opening.* 已损坏/,
		/demo-city\/opening.* is damaged/
	]
];

for (const [name, file, answer, zh, en] of faults) {
	test(`${name} is said in the reader's language, and trying again helps`, async ({
		page,
		watch
	}) => {
		watch.expectTrouble(/404/);
		await withoutMap(page);
		await page.route(file, (route) => route.fulfill(answer));
		const failure = page.getByRole('alert');
		await page.goto('./?lang=zh-CN');
		await expect(failure).toContainText(zh);
		await expect(failure).toContainText('管理员');
		await page.goto('./?lang=en');
		await expect(failure).toContainText(en);
		await expect(failure).not.toContainText('cannot be read');
		await page.unroute(file);
		await failure.getByRole('button').click();
		await waitForReady(page);
		await expect(failure).toHaveCount(0);
	});
}

test('cases that are cut off are named when a question needs them, and the map stands without', async ({
	page
}) => {
	test.setTimeout(60_000);
	await page.route(/cases\.[^/]*$/, (route) => route.fulfill(cutOff));
	await openAtlas(page);
	await page.goto('./?type=marriage_family&lang=zh-CN');
	await expect(page.getByRole('alert')).toContainText(/demo-city\/cases.* 已损坏或不完整/, {
		// The engine starts before it asks for the cases.
		timeout: 30_000
	});
	await page.unroute(/cases\.[^/]*$/);
	await page.getByRole('alert').getByRole('button', { name: '清除筛选' }).click();
	await expect(page.getByTestId('area-table')).toBeVisible();
});
