/**
 * The opening cube of the original under case rows of which one has moved: what the page shows then tells where its
 * numbers come from.
 */
import { join, resolve } from 'node:path';
import type { Area, CityByHand, View } from '../by-hand/city.ts';
import { classOf } from '../by-hand/classes.ts';
import { demoCityByHand } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import { answered, openAtlas } from '../support/atlas.ts';
import { casesIn, changeCase } from '../support/case-file.ts';
import { buildCity, copyOfDemoCity, emptyFolder, serveWith, swapCases } from '../support/cities.ts';
import { chooseType } from '../support/controls.ts';
import { classesOnMap, findOnMap } from '../support/map-colours.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { linkTo } from '../support/random-views.ts';
import { expect, test } from '../support/test.ts';

const source = resolve('data/demo-city');

/** A type of which one township has a single case and another none, and where 0 and 1 have different colours. */
interface Move {
	readonly type: CityByHand['types'][number];
	readonly id: string;
	readonly from: Area;
	readonly to: Area;
	/** A village of `to`. */
	readonly village: string;
}

const viewOf = (city: CityByHand, types: readonly string[]): View => ({
	area: city.areas[0]?.code ?? '',
	level: 'township',
	from: city.months[0] ?? '',
	to: city.months.at(-1) ?? '',
	types,
	indicator: 'count',
	sort: 'name',
	ascending: true
});

async function findMove(city: CityByHand): Promise<Move> {
	// Where few live an area is large, and easily found on the map.
	const townships = city.areas
		.filter(({ level }) => level === 'township')
		.sort((a, b) => a.population - b.population);
	const parentOf = new Map(city.areas.map(({ code, parent }) => [code, parent]));
	for (const type of city.types) {
		const counts = await city.countsByArea(viewOf(city, [type.code]));
		const count = (area: Area): number => counts.get(area.code)?.['cases'] ?? 0;
		const from = townships.find((area) => count(area) === 1);
		const to = townships.find((area) => count(area) === 0);
		const values = townships.map(count);
		const one = casesIn(source).find(
			(row) => row['type'] === type.code && parentOf.get(row['area'] ?? '') === from?.code
		);
		const village = city.areas.find(({ parent }) => parent === to?.code);
		if (!from || !to || !one || !village || classOf(0, values) === classOf(1, values)) continue;
		return { type, id: one['id'] ?? '', from, to, village: village.code };
	}
	throw new Error('No type is rare enough to move one case of it.');
}

test('a filter is answered from the case rows, in table and map; the first page from its own cube', async ({
	context
}) => {
	test.setTimeout(120_000);
	const before = await demoCityByHand(source);
	const move = await findMove(before);
	const folder = copyOfDemoCity();
	changeCase(folder, move.id, 'area', move.village);
	const after = await demoCityByHand(folder);
	const [data, moved] = [emptyFolder(), emptyFolder()];
	buildCity(source, data);
	buildCity(folder, moved);
	swapCases(join(data, 'demo-city'), join(moved, 'demo-city'));
	const swapped = await serveWith(data, '127.0.0.1');

	const unfiltered = viewOf(before, []);
	const filtered = viewOf(before, [move.type.code]);
	const values = (await expectedNumbers(before, filtered, 'zh')).numbers.table.map(([, , cell]) =>
		Number(cell)
	);
	const [none, single] = [classOf(0, values), classOf(1, values)];
	for (const [city, address, classes] of [
		[before, '', [single, none]],
		[after, swapped, [none, single]]
	] as const) {
		// Opened only now: a page in the background paints once a second.
		const one = await context.newPage();
		await openAtlas(one, `${address}${linkTo(before, unfiltered)}`);
		await one.getByRole('button', { name: '表格' }).click();
		expect(await readNumbers(one)).toEqual(
			(await expectedNumbers(before, unfiltered, 'zh')).numbers
		);
		await answered(one, () => chooseType(one, move.type.name.zh));
		expect(await readNumbers(one)).toEqual((await expectedNumbers(city, filtered, 'zh')).numbers);
		const townships = before.areas.filter(({ level }) => level === 'township');
		const areas = [
			await findOnMap(one, townships, move.from),
			await findOnMap(one, townships, move.to)
		];
		await one.mouse.move(1, 1);
		await expect.poll(() => classesOnMap(one, areas)).toEqual(classes);
	}
});
