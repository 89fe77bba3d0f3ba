import type { Locator, Page } from '@playwright/test';

export const press = (page: Page, key: string): Promise<void> => page.keyboard.press(key);

/** Presses Tab until the control has the focus: a control that the keyboard does not reach fails. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
	for (let presses = 0; presses < 120; presses++) {
		if (await control.evaluate((element) => element === document.activeElement)) return;
		await press(page, 'Tab');
	}
	throw new Error(`${String(control)} is not reached by Tab.`);
}

/** What has the focus, and whether a reader can see that it has. */
export interface Focus {
	/** Tag and name, or "nothing" when the focus has fallen to the page itself. */
	readonly on: string;
	/** It, or the label that stands for it, has an outline or a ring of shadow. */
	readonly isMarked: boolean;
	/** It stands in the window. */
	readonly isInWindow: boolean;
}

export function focusOf(page: Page): Promise<Focus> {
	return page.evaluate(() => {
		const element = document.activeElement;
		if (!element || element === document.body) {
			return { on: 'nothing', isMarked: false, isInWindow: false };
		}
		const label = element.closest('label');
		const isMarked = [element, ...(label ? [label] : [])].some((one) => {
			const { outlineStyle, outlineWidth, boxShadow, clipPath } = getComputedStyle(one);
			const hasOutline = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
			return (hasOutline || boxShadow !== 'none') && clipPath === 'none';
		});
		const { left, top, right, bottom } = (label ?? element).getBoundingClientRect();
		const isInWindow = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;
		const text = element.getAttribute('aria-label') ?? element.textContent;
		const name = text.replace(/\s+/g, ' ').trim().slice(0, 40);
		return { on: `${element.tagName.toLowerCase()} ${name}`, isMarked, isInWindow };
	});
}

/** Writes down what live regions say, from the start of the page on. */
export async function listen(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const heard: string[] = [];
		Object.assign(globalThis, { heard });
		const LIVE = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert]';
		new MutationObserver((changes) => {
			for (const { target } of changes) {
				const element = target instanceof Element ? target : target.parentElement;
				const text = element?.closest(LIVE)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
				if (text !== '' && heard.at(-1) !== text) heard.push(text);
			}
		}).observe(document, { subtree: true, childList: true, characterData: true });
	});
}

/** What has been said since this was last asked. */
export function heard(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const { heard: said } = globalThis as unknown as { heard: string[] };
		return said.splice(0);
	});
}
