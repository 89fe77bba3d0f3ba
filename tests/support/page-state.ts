import type { Page } from '@playwright/test';
import type { PageNumbers } from '../by-hand/page-numbers.ts';
import { filters } from './controls.ts';
import { readNumbers } from './page-numbers.ts';

/** What stands behind the question mark, readable. */
export const queryOf = (page: Page): string =>
	decodeURIComponent(new URL(page.url()).search.slice(1));

/** Numbers, and the controls as they stand. */
export async function stateOf(page: Page): Promise<{ numbers: PageNumbers; controls: string }> {
	const controls = await filters(page).evaluate((section) => {
		const fields = [...section.querySelectorAll('select, input')] as HTMLInputElement[];
		const values = fields.map(({ type, value, checked }) =>
			type === 'radio' || type === 'checkbox' ? (checked ? value : '') : value
		);
		return [...values, section.querySelector('summary')?.textContent ?? ''].join('|');
	});
	return { numbers: await readNumbers(page), controls };
}
