import type { Page } from '@playwright/test';
import type { PageNumbers } from '../by-hand/page-numbers.ts';

/** Reads every number of the map page in one go, as the texts that stand there. The trend must be shown as a table. */
export function readNumbers(page: Page): Promise<PageNumbers> {
	return page.evaluate(() => {
		const text = (element: Element | null | undefined): string =>
			(element?.textContent ?? '').replace(/[ \n\t]+/g, ' ').trim();
		const one = (selector: string, inside: ParentNode = document): string =>
			text(inside.querySelector(selector));
		const all = (selector: string, inside: ParentNode = document): Element[] => [
			...inside.querySelectorAll(selector)
		];
		const cells = (row: Element): string[] => all('th, td', row).map(text);
		const headlines = all('[data-testid^="headline-"]');
		return {
			chosen: one('[data-testid="n-of-n"]'),
			headline: headlines.map((item) => ({
				id: (item.getAttribute('data-testid') ?? '').replace('headline-', ''),
				value: one('.value', item),
				name: one('.name', item),
				arithmetic: one('.arithmetic', item)
			})),
			sentence: text(headlines[0]?.closest('section')?.querySelector('p')),
			drawn: one('.map-card header > .muted'),
			unlocated: one('.unlocated'),
			legend: all('.legend .limit').map(text),
			table: all('[data-testid="area-table"] tbody tr').map((row) => [
				row.getAttribute('data-code') ?? '',
				...cells(row)
			]),
			trend: all('[data-testid="trend-table"] tbody tr').map(cells)
		};
	});
}

/** The card of the area that has the focus on the map, line by line; without the hint that it can be opened. */
export async function readCard(page: Page): Promise<string[]> {
	const lines = await page.getByTestId('focus-card').locator('strong, p').allTextContents();
	return lines.map((line) => line.replace(/[ \n\t]+/g, ' ').trim()).slice(0, 4);
}
