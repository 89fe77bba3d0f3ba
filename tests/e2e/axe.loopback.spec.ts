import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { openAtlas } from '../support/atlas.ts';
import { filters } from '../support/controls.ts';
import { expect, test } from '../support/test.ts';

async function expectClean(page: Page, what: string): Promise<void> {
	const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']);
	const { violations } = await axe.analyze();
	const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
	expect(found, what).toEqual([]);
}

for (const theme of ['light', 'dark']) {
	test(`axe finds nothing to mend in Chinese and English (${theme})`, async ({ page }) => {
		test.setTimeout(60_000);
		await openAtlas(page, `?theme=${theme}`);
		for (const language of ['zh-CN', 'en']) {
			await expect(page.locator('html')).toHaveAttribute('lang', language);
			await expectClean(page, 'the page');

			await filters(page).locator('summary').click();
			await expectClean(page, 'with the list of types');
			await page.keyboard.press('Escape');

			await page.getByTestId('headline-rate').getByRole('button').click();
			await expect(page.getByRole('dialog')).toBeVisible();
			await expectClean(page, 'with a definition');
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: /^(EN|中文)/ }).click();
		}
	});
}
