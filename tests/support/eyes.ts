import type { BrowserContext, Page } from '@playwright/test';
import { eyesScript } from '../../tools/gallery/eyes-script.js';
import type { Finding, Promises, Sight } from '../eyes/finding.ts';

let script: Promise<string> | undefined;

/** Gives every page that a context opens from now on its eyes. */
export async function giveEyes(context: BrowserContext): Promise<void> {
	script ??= eyesScript();
	await context.addInitScript({ content: await script });
}

/** What the eyes see on a page as it stands. */
export function look(page: Page, promises: Promises): Promise<Sight> {
	return page.evaluate((given) => {
		const { hetuEyes } = globalThis as unknown as {
			hetuEyes: { look: (promises: Promises) => Sight };
		};
		return hetuEyes.look(given);
	}, promises);
}

/** A finding as a line of a failed test. */
export const lineOf = ({ kind, where, text, detail }: Finding): string =>
	`${kind}: ${where} “${text}”: ${detail}`;
