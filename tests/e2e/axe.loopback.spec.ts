import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openAtlas } from '../support/atlas.ts';
import { filters } from '../support/controls.ts';
import { expect, test } from '../support/test.ts';

async function findings(page: Page): Promise<string[]> {
	const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
	const { violations } = await axe.analyze();
	return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

for (const lang of ['zh-CN', 'en']) {
	for (const theme of ['light', 'dark']) {
		test(`axe finds nothing to mend (${lang}, ${theme})`, async ({ page }) => {
			test.setTimeout(60_000);
			await openAtlas(page, `?lang=${lang}&theme=${theme}`);
			expect(await findings(page), 'the page').toEqual([]);

			await filters(page).locator('summary').click();
			expect(await findings(page), 'with the list of types').toEqual([]);
			await page.keyboard.press('Escape');

			await page.getByTestId('headline-rate').getByRole('button').click();
			await expect(page.getByRole('dialog')).toBeVisible();
			expect(await findings(page), 'with a definition').toEqual([]);
		});
	}
}
