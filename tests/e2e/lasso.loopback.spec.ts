import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { isInside } from '../by-hand/point-in-polygon.ts';
import { whole } from '../by-hand/writing.ts';
import { waitForEngine, waitForReady, withoutMap } from '../support/atlas.ts';
import { casesIn } from '../support/case-file.ts';
import { queryOf } from '../support/page-state.ts';
import { expect, test } from '../support/test.ts';

type Pixel = readonly [x: number, y: number];

interface Township {
	readonly code: string;
	readonly lon: number;
	readonly lat: number;
}

/** The townships of the city, each with the point where its name stands. */
function townships(): Township[] {
	const { areas } = JSON.parse(readFileSync('static/data/demo-city/index.json', 'utf8')) as {
		areas: { codes: string[]; level: number[]; lon: number[]; lat: number[] };
	};
	return areas.codes
		.map((code, i) => ({ code, lon: areas.lon[i] ?? NaN, lat: areas.lat[i] ?? NaN, i }))
		.filter(({ i }) => areas.level[i] === 1);
}

/** Web Mercator, y to the north. */
const mercator = (lon: number, lat: number): Pixel => [
	(lon * Math.PI) / 180,
	Math.asinh(Math.tan((lat * Math.PI) / 180))
];

interface Box {
	readonly left: number;
	readonly top: number;
	readonly right: number;
	readonly bottom: number;
}

/** The box round some points. */
function boxOf(points: readonly Pixel[]): Box {
	const [x, y] = [points.map(([one]) => one), points.map(([, one]) => one)];
	return {
		left: Math.min(...x),
		right: Math.max(...x),
		top: Math.min(...y),
		bottom: Math.max(...y)
	};
}

/** Where the points of the townships lie in the window, told from the box that the drawn outlines fill. */
async function pixelsOf(page: Page): Promise<Map<string, Pixel>> {
	const drawn = await page.getByTestId('svg-map').evaluate((map) => {
		const boxes = [...map.querySelectorAll('path.inside')].map((one) =>
			one.getBoundingClientRect()
		);
		return {
			left: Math.min(...boxes.map(({ left }) => left)),
			right: Math.max(...boxes.map(({ right }) => right)),
			top: Math.min(...boxes.map(({ top }) => top)),
			bottom: Math.max(...boxes.map(({ bottom }) => bottom))
		};
	});
	const file = readFileSync('data/demo-city/boundaries.topo.json', 'utf8');
	const topology = JSON.parse(file) as Topology;
	const { features } = feature(topology, topology.objects['township'] as GeometryCollection);
	const corners = features.flatMap(({ geometry }) => {
		if (geometry.type === 'Polygon') return geometry.coordinates.flat();
		return geometry.type === 'MultiPolygon' ? geometry.coordinates.flat(2) : [];
	});
	const city = boxOf(corners.map(([lon = NaN, lat = NaN]) => mercator(lon, lat)));
	return new Map(
		townships().map(({ code, lon, lat }) => {
			const [x, y] = mercator(lon, lat);
			const across = (x - city.left) / (city.right - city.left);
			const down = (city.bottom - y) / (city.bottom - city.top);
			return [
				code,
				[
					drawn.left + across * (drawn.right - drawn.left),
					drawn.top + down * (drawn.bottom - drawn.top)
				]
			];
		})
	);
}

/** Draws a loop with the mouse. */
async function draw(page: Page, [first, ...others]: readonly Pixel[]): Promise<void> {
	if (!first) return;
	await page.mouse.move(...first);
	await page.mouse.down();
	for (const point of others) await page.mouse.move(...point);
	await page.mouse.up();
}

/** The codes of the townships whose point lies in a loop, by the even–odd rule. */
const inside = (loop: readonly Pixel[], pixels: ReadonlyMap<string, Pixel>): string[] =>
	[...pixels].filter(([, pixel]) => isInside(pixel, [[loop]])).map(([code]) => code);

/** The codes that the link names. */
const picked = (page: Page): string[] =>
	(new URL(page.url()).searchParams.get('in.area') ?? '').split(',').filter((code) => code !== '');

/** A shape inside the box of some points, its corners given in hundredths of it, in whole pixels of the window. */
function shape(pixels: ReadonlyMap<string, Pixel>, corners: readonly Pixel[]): Pixel[] {
	const { left, right, top, bottom } = boxOf([...pixels.values()]);
	return corners.map(([x, y]) => [
		Math.round(left + ((right - left) * x) / 100),
		Math.round(top + ((bottom - top) * y) / 100)
	]);
}

// A horseshoe, so that what lies between its arms is round the loop and not in it.
const HORSESHOE: readonly Pixel[] = [
	[8, 20],
	[30, 22],
	[34, 60],
	[66, 58],
	[70, 20],
	[92, 25],
	[88, 85],
	[50, 92],
	[10, 80]
];
const BETWEEN: readonly Pixel[] = [
	[40, 5],
	[62, 8],
	[60, 50],
	[38, 48]
];

const button = (page: Page) => page.getByRole('button', { name: '套选' });

test('a loop chooses the areas whose point lies in it and no other, more are added, and Back takes each step back', async ({
	page
}) => {
	test.setTimeout(60_000);
	await withoutMap(page);
	await page.goto('explore/');
	await page.getByTestId('time-panel').waitFor();
	await waitForEngine(page);
	const pixels = await pixelsOf(page);
	const horseshoe = shape(pixels, HORSESHOE);
	const first = inside(horseshoe, pixels);
	expect(first.length, 'some are inside').toBeGreaterThan(10);
	expect(first.length, 'and some are not').toBeLessThan(50);

	await button(page).click();
	await page.getByTestId('lasso').waitFor();
	const status = page.getByTestId('lasso-note').getByRole('status');
	await draw(page, horseshoe);
	await expect.poll(() => picked(page)).toEqual(first);
	await expect(status).toHaveText(`选中 ${String(first.length)} 个区域`);
	const rows = page.getByTestId('area-table').locator('tbody tr.picked');
	await expect(rows).toHaveCount(first.length);

	// What is chosen makes a chip, which moves the map down.
	const moved = await pixelsOf(page);
	const second = inside(shape(moved, BETWEEN), moved);
	await page.keyboard.down('Control');
	await draw(page, shape(moved, BETWEEN));
	await page.keyboard.up('Control');
	await expect.poll(() => picked(page)).toEqual([...new Set([...first, ...second])]);
	const both = queryOf(page);

	// A loop round nothing, and one that is no loop, leave all as it was.
	const { x: left, y: top } = (await page.getByTestId('lasso').boundingBox()) ?? { x: NaN, y: NaN };
	await draw(page, [
		[left + 4, top + 200],
		[left + 30, top + 200],
		[left + 30, top + 230]
	]);
	await expect(status).toHaveText('选中 0 个区域');
	expect(queryOf(page)).toBe(both);
	await draw(page, [moved.get(first[0] ?? '') ?? [0, 0]]);
	expect(queryOf(page)).toBe(both);

	await page.goBack();
	await expect.poll(() => picked(page)).toEqual(first);
	await page.goBack();
	await expect.poll(() => queryOf(page)).toBe('');
	await expect(rows).toHaveCount(0);

	await page.keyboard.press('Escape');
	await expect(page.getByTestId('lasso')).toHaveCount(0);
	await expect(button(page)).toHaveAttribute('aria-pressed', 'false');
});

test('on the drawn map the L key begins and Escape leaves, the loop takes what it shows, and Shift asks for a profile', async ({
	page
}) => {
	test.setTimeout(60_000);
	await page.goto('explore/');
	await waitForReady(page);
	await page.getByRole('application').focus();
	await page.keyboard.press('l');
	const lasso = page.getByTestId('lasso');
	await lasso.waitFor();
	const box = await lasso.boundingBox();
	if (!box) throw new Error('There is no map.');
	const { left, top, right, bottom } = {
		left: box.x + 2,
		top: box.y + 2,
		right: box.x + box.width - 2,
		bottom: box.y + box.height - 2
	};

	// While a loop goes round the whole map, every area shows its point; Escape then leaves it undrawn.
	await page.mouse.move(left, top);
	await page.mouse.down();
	for (const corner of [
		[right, top],
		[right, bottom],
		[left, bottom]
	] as const) {
		await page.mouse.move(...corner);
	}
	const points = await lasso
		.locator('circle')
		.evaluateAll((all) =>
			all.map((one) => [Number(one.getAttribute('cx')), Number(one.getAttribute('cy'))] as const)
		);
	await page.keyboard.press('Escape');
	await page.mouse.up();
	expect(queryOf(page)).toBe('');
	const codes = townships().map(({ code }) => code);
	expect(points).toHaveLength(codes.length);
	const pixels = new Map(
		points.map(([x, y], i): [string, Pixel] => [codes[i] ?? '', [box.x + x, box.y + y]])
	);

	const horseshoe = shape(pixels, HORSESHOE);
	await draw(page, horseshoe);
	await expect.poll(() => picked(page)).toEqual(inside(horseshoe, pixels));
	await page.keyboard.press('Escape');
	await expect(lasso).toHaveCount(0);
	await page.goBack();
	await expect.poll(() => queryOf(page)).toBe('');

	// The areas are where their points were; and no box is drawn to zoom into.
	const [code = '', pixel = [0, 0] as const] =
		[...pixels].find(([one]) => one === '990105101000') ?? [];
	await page.keyboard.down('Shift');
	await page.mouse.move(...pixel);
	await page.mouse.down();
	await page.mouse.move(pixel[0] + 1, pixel[1] + 1);
	await page.mouse.up();
	await page.keyboard.up('Shift');
	await expect.poll(() => queryOf(page)).toBe(`at=${code}`);
});

test('one switch tells what parties brought from what screening found, another leaves campaigns out', async ({
	page
}) => {
	await withoutMap(page);
	await page.goto('explore/');
	await page.getByTestId('time-panel').waitFor();
	await waitForEngine(page);
	const SCREENED = ['screening_concentrated', 'screening_special', 'screening_routine'];
	const opened = casesIn('data/demo-city').filter(
		({ opened_on: day = '' }) => day >= '2018-01-01' && day <= '2018-08-31'
	);
	const discovered = opened.filter(({ source = '' }) => SCREENED.includes(source));
	const numbers = {
		all: opened.length,
		applied: opened.filter(({ source }) => source === 'reported').length,
		discovered: discovered.length,
		outside: discovered.filter(({ campaign }) => campaign === '').length
	};
	expect(new Set(Object.values(numbers)).size, 'all are different').toBe(4);

	const origin = (name: string) => page.getByRole('group', { name: '案件来源' }).getByText(name);
	const campaigns = (name: string) =>
		page.getByRole('group', { name: '专项行动' }).getByText(name, { exact: true });
	const n = page.getByTestId('n-of-n');
	const says = (count: number): Promise<void> =>
		expect(n).toHaveText(new RegExp(`^${whole(count)} 件`));
	await says(numbers.all);
	await expect(origin('全部')).toHaveAttribute('aria-pressed', 'true');

	await origin('申请受理').click();
	await expect.poll(() => queryOf(page)).toBe('in.source=reported');
	await says(numbers.applied);
	await origin('排查发现').click();
	await expect.poll(() => queryOf(page)).toBe(`in.source=${SCREENED.join(',')}`);
	await says(numbers.discovered);
	await expect(origin('申请受理')).toHaveAttribute('aria-pressed', 'false');
	await campaigns('不含').click();
	await expect.poll(() => queryOf(page)).toBe(`in.campaign=-&in.source=${SCREENED.join(',')}`);
	await says(numbers.outside);

	// A chip takes a part of it away: the cut is then of neither.
	await page.getByRole('button', { name: '取消：案件来源：专项排查' }).click();
	await expect(origin('排查发现')).toHaveAttribute('aria-pressed', 'false');
	await page.goBack();
	await expect(origin('排查发现')).toHaveAttribute('aria-pressed', 'true');
	await campaigns('含专项行动').click();
	await says(numbers.discovered);
	await origin('全部').click();
	await expect.poll(() => queryOf(page)).toBe('');
	await says(numbers.all);
});
