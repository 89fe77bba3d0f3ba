import type { Page } from '@playwright/test';
import type { Random } from './benchmark.ts';

/** What of the View a change is about. Only a choice of types needs a new cube; the others cut the one at hand. */
export type Control = 'types' | 'period' | 'indicator' | 'area';

/** Types chosen at once, at most: beyond, one is taken away. */
const TYPES = 4;

/**
 * One change of the View as a reader makes it, with mouse or keyboard. What only leads up to it (a list is opened, a
 * field is gone to) is done before this returns; the answer is the last step, which changes the View.
 */
export async function nextChange(
	page: Page,
	control: Control,
	random: Random
): Promise<() => Promise<void>> {
	switch (control) {
		case 'types':
			return typeChange(page, random);
		case 'period':
			return periodChange(page, random);
		case 'indicator': {
			const others = page.locator('.indicators label:not(.on)');
			const other = others.nth(random.integer(await others.count()));
			return () => other.click();
		}
		case 'area':
			return areaChange(page, random);
	}
}

/** Opens the list of types, if it is closed. */
export async function openTypes(page: Page): Promise<void> {
	const list = page.locator('.filters details');
	if ((await list.getAttribute('open')) === null) await list.locator('summary').click();
}

async function typeChange(page: Page, random: Random): Promise<() => Promise<void>> {
	await openTypes(page);
	const boxes = '.filters details input[type=checkbox]:enabled';
	const chosen = page.locator(`${boxes}:checked`);
	const isFull = (await chosen.count()) >= TYPES;
	const choice = isFull ? chosen : page.locator(`${boxes}:not(:checked)`);
	const box = choice.nth(random.integer(await choice.count()));
	return () => box.click();
}

/** A month earlier or later, at one end of the period. */
async function periodChange(page: Page, random: Random): Promise<() => Promise<void>> {
	const field = page.locator('.filters select').nth(random.integer(2));
	const { at, last } = await field.evaluate((select: HTMLSelectElement) => ({
		at: select.selectedIndex,
		last: select.length - 1
	}));
	const isLater = at === 0 || (at < last && random.isTrueWith(0.5));
	await field.focus();
	return () => page.keyboard.press(isLater ? 'ArrowDown' : 'ArrowUp');
}

/** Down into an area of the table, or up by the names above the map; from an area without parts only up. */
async function areaChange(page: Page, random: Random): Promise<() => Promise<void>> {
	const inside = page.locator('[data-testid=area-table] tbody th button');
	const above = page.locator('.map-card nav button');
	const [parts, ancestors] = [await inside.count(), await above.count()];
	const isDown = parts > 1 && (ancestors === 0 || random.isTrueWith(0.6));
	const place = isDown ? inside.nth(random.integer(parts)) : above.nth(random.integer(ancestors));
	return () => place.click();
}
