import type { Locator, Page } from '@playwright/test';

/** The part of the page that holds the controls of what is counted. */
export const filters = (page: Page): Locator => page.getByRole('region', { name: /筛选|Filters/ });

/** Opens the list of types, ticks one and closes the list. */
export async function chooseType(page: Page, name: string): Promise<void> {
	await filters(page).locator('summary').click();
	await page.getByRole('checkbox', { name, exact: true }).check();
	await page.keyboard.press('Escape');
}

/** Opens another city by the switch in the header. */
export async function chooseCity(page: Page, title: string): Promise<void> {
	await page.getByRole('combobox', { name: /^(城市|City)$/ }).selectOption({ label: title });
}
