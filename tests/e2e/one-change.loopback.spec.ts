import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import type { Area, CityByHand, View } from '../by-hand/city.ts';
import { demoCityByHand } from '../by-hand/demo-city.ts';
import { expectedNumbers } from '../by-hand/expected-numbers.ts';
import type { PageNumbers } from '../by-hand/page-numbers.ts';
import { followLink, openAtlas, withoutMap } from '../support/atlas.ts';
import { casesIn, changeCase, type Case } from '../support/case-file.ts';
import { placesThatDiffer } from '../support/cells.ts';
import { buildCity, copyOfDemoCity, emptyFolder, serveWith } from '../support/cities.ts';
import { readNumbers } from '../support/page-numbers.ts';
import { linkTo } from '../support/random-views.ts';
import { seeded } from '../support/random.ts';
import { expect, test } from '../support/test.ts';

const source = resolve('data/demo-city');

/** The area with all that it lies in, finest first. */
function upwards(city: CityByHand, code: string): Area[] {
	const area = city.areas.find((one) => one.code === code);
	return area ? [area, ...upwards(city, area.parent)] : [];
}

const countyOf = (city: CityByHand, code: string): string => upwards(city, code).at(-2)?.code ?? '';

/** A case of a village, and what each of its columns is changed to: another type, another county's village, another month. */
function changesOf(city: CityByHand): { one: Case; changes: Readonly<Record<string, string>> } {
	const random = seeded(11);
	const villages = city.areas.filter(({ level }) => level === 'village');
	const inVillage = new Set(villages.map(({ code }) => code));
	const cases = casesIn(source).filter((one) => inVillage.has(one['area'] ?? ''));
	const one = random.one(cases);
	const far = villages.filter(
		({ code }) => countyOf(city, code) !== countyOf(city, one['area'] ?? '')
	);
	const others = cases.filter(({ type }) => type !== one['type']);
	const later = cases.filter((other) => monthOf(other) !== monthOf(one));
	return {
		one,
		changes: {
			type: random.one(others)['type'] ?? '',
			area: random.one(far).code,
			opened_on: random.one(later)['opened_on'] ?? ''
		}
	};
}

const monthOf = (one: Case): string => (one['opened_on'] ?? '').slice(0, 7);

/** Looks that should see a change, and one that should see none. */
function viewsOf(city: CityByHand, one: Case, changes: Readonly<Record<string, string>>): View[] {
	const [from = '', to = ''] = [city.months[0], city.months.at(-1)];
	const cases = casesIn(source);
	const whole = city.areas[0]?.code ?? '';
	const all = { from, to, sort: 'name', ascending: true } as const;
	const types = [one['type'] ?? ''];
	const third = cases.find(({ type }) => type !== one['type'] && type !== changes['type']);
	const county = countyOf(city, one['area'] ?? '');
	const month = { ...all, from: monthOf(one), to: monthOf(one) };
	return [
		{ ...all, area: whole, level: 'township', types: [], indicator: 'rate' },
		{ ...all, area: whole, level: 'county', types, indicator: 'count' },
		{ ...month, area: county, level: 'village', types: [], indicator: 'resolution' },
		{ ...month, area: whole, level: 'village', types, indicator: 'in_time' },
		{ ...all, area: whole, level: 'township', types: [third?.['type'] ?? ''], indicator: 'count' }
	];
}

async function readAll(page: Page, links: readonly string[]): Promise<PageNumbers[]> {
	const all: PageNumbers[] = [];
	for (const [i, link] of links.entries()) {
		if (i > 0) await followLink(page, link);
		else {
			await withoutMap(page);
			await openAtlas(page, link);
			await page.getByRole('button', { name: '表格' }).click();
		}
		all.push(await readNumbers(page));
	}
	return all;
}

test('one case with another type, area or date changes exactly the cells that it should', async ({
	page,
	context
}) => {
	test.setTimeout(240_000);
	const before = await demoCityByHand(source);
	const { one, changes } = changesOf(before);
	const views = viewsOf(before, one, changes);
	const links = views.map((view) => linkTo(before, view));
	const pages = await readAll(page, links);
	for (const [column, value] of Object.entries(changes)) {
		await test.step(column, async () => {
			const folder = copyOfDemoCity();
			changeCase(folder, one['id'] ?? '', column, value);
			const after = await demoCityByHand(folder);
			const data = emptyFolder();
			buildCity(folder, data);
			const changed = await serveWith(data, '127.0.0.1');
			const itsPage = await context.newPage();
			const changedPages = await readAll(
				itsPage,
				links.map((link) => `${changed}${link}`)
			);
			await itsPage.close();

			const moved = [one['area'] ?? '', column === 'area' ? value : ''];
			const touched = moved.flatMap((code) => upwards(before, code).map((area) => area.code));
			const differing: string[][] = [];
			for (const [i, view] of views.entries()) {
				const [had, has] = [pages[i], changedPages[i]];
				if (!had || !has) throw new Error('A view was not read.');
				const seen = placesThatDiffer(had, has);
				const expected = placesThatDiffer(
					(await expectedNumbers(before, view, 'zh')).numbers,
					(await expectedNumbers(after, view, 'zh')).numbers
				);
				expect(seen, `${column}: ${links[i] ?? ''}`).toEqual(expected);
				for (const place of seen.filter((name) => name.startsWith('table '))) {
					expect(touched).toContain(place.split(' ')[1]);
				}
				differing.push(seen);
			}
			expect(differing.at(-1), 'another type is untouched').toEqual([]);
			expect(differing.filter((places) => places.length > 0).length).toBeGreaterThanOrEqual(2);
		});
	}
});
