import type { Page } from '@playwright/test';
import { HAND_FACETS, type HandCounts, type HandCut } from '../by-hand/cut.ts';
import type { Random } from './random.ts';

const OPENING = { first: '2018-01-01', last: '2018-08-31' };
const STEPS = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** What a link of the Explore page says, read as its documentation describes it. */
export function cutOfLink(address: string): HandCut {
	const params = new URL(address).searchParams;
	const picks: Record<string, { codes: string[]; isExcluded: boolean }> = {};
	for (const [name, value] of params) {
		const [how, facet = ''] = name.split('.');
		if (name === 'type') picks['type'] = { codes: value.split(','), isExcluded: false };
		if ((how === 'in' || how === 'not') && facet !== '') {
			picks[facet] = { codes: value.split(','), isExcluded: how === 'not' };
		}
	}
	const from = params.get('from');
	const to = params.get('to');
	return {
		area: params.get('area') ?? '990100000000',
		first: from === null ? OPENING.first : from.length === 7 ? `${from}-01` : from,
		last: to === null ? OPENING.last : to.length === 7 ? lastOf(to) : to,
		step: STEPS.find((step) => step === params.get('by')) ?? 'month',
		picks
	};
}

function lastOf(month: string): string {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}

/** Every number of the panels, as it stands there; zeros are left out. */
export async function readPanels(
	page: Page
): Promise<Omit<HandCounts, 'median' | 'p90' | 'people'>> {
	return page.evaluate((facets) => {
		const number = (element: Element | null | undefined): number =>
			Number((element?.textContent ?? '').replace(/[^\d.]/g, ''));
		const table = (selector: string, cell: string): [string, number][] =>
			[...document.querySelectorAll(`${selector} tbody tr`)].map((row) => [
				row.getAttribute('data-code') ?? row.querySelector('th')?.textContent.trim() ?? '',
				number(row.querySelector(cell))
			]);
		const present = (pairs: [string, number][]): Record<string, number> =>
			Object.fromEntries(pairs.filter(([, n]) => n > 0));
		const values = (facet: string): [string, number][] =>
			[...document.querySelectorAll(`[data-testid="facet-${facet}"] .value`)].map((value) => [
				value.getAttribute('data-code') ?? '',
				number(value.querySelector('.count'))
			]);
		const [n = ''] = (document.querySelector('[data-testid="n-of-n"]')?.textContent ?? '').split(
			'件'
		);
		return {
			n: Number(n.replace(/[^\d]/g, '')),
			facets: Object.fromEntries(facets.map((facet) => [facet, present(values(facet))])),
			areas: present(table('[data-testid="area-table"]', 'td:nth-of-type(1)')),
			times: present(table('[data-testid="time-table"]', 'td:nth-of-type(1)'))
		};
	}, HAND_FACETS);
}

/** One thing that a reader does on the page, at random; that it may change nothing is part of it. */
export async function gesture(page: Page, random: Random): Promise<string> {
	// Numbers may agree before the panels do: a pick that leaves out nothing is taken back without any number changing.
	await page.locator('.panels[aria-busy=false]').waitFor();
	const kind = random.one([
		'pick',
		'pick',
		'pick',
		'alone',
		'except',
		'brush',
		'brush',
		'area',
		'step',
		'keys'
	]);
	if (kind === 'pick' || kind === 'alone') {
		const panel = page.getByTestId(`facet-${random.one(HAND_FACETS)}`).locator('.value');
		const value = panel.nth(random.below(await panel.count()));
		await value.click(kind === 'alone' ? { modifiers: ['Control'] } : {});
	} else if (kind === 'except') {
		const switches = page.getByRole('button', { name: /只看所选|排除所选/ });
		const count = await switches.count();
		if (count > 0) await switches.nth(random.below(count)).click();
	} else if (kind === 'area') {
		const rows = page.getByTestId('area-table').locator('tbody button');
		await rows.nth(random.below(await rows.count())).click();
	} else if (kind === 'step') {
		await page.getByLabel('时间单位').selectOption(random.one(STEPS));
	} else {
		await inChart(page, async () => {
			if (kind === 'keys') {
				await page.getByRole('slider').nth(random.below(2)).focus();
				await page.keyboard.press(
					random.one(['ArrowLeft', 'ArrowRight', 'PageDown', 'Home', 'End'])
				);
				return;
			}
			const box = await page.locator('.brush svg').boundingBox();
			if (!box) throw new Error('There is no chart to brush.');
			const x = (): number => box.x + 50 + random.below(Math.floor(box.width - 64));
			await page.mouse.move(x(), box.y + 50);
			await page.mouse.down();
			await page.mouse.move(x(), box.y + 60, { steps: 4 });
			await page.mouse.move(x(), box.y + 60);
			await page.mouse.up();
		});
	}
	return kind;
}

/** The time panel shows its table while numbers are read, and its chart while it is brushed. */
async function inChart(page: Page, act: () => Promise<void>): Promise<void> {
	const panel = page.getByTestId('time-panel');
	await panel.getByRole('button', { name: '图' }).click();
	await page.locator('.brush svg').scrollIntoViewIfNeeded();
	await act();
	await panel.getByRole('button', { name: '表格' }).click();
}
