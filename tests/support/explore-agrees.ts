import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { demoCityCuts, type HandCounts, type HandCut } from '../by-hand/cut.ts';
import { waitForEngine, withoutMap } from './atlas.ts';
import { recordCounts } from './evidence.ts';
import { cutOfLink, gesture, readPanels } from './explore.ts';
import { seeded } from './random.ts';
import { expect, test } from './test.ts';

export interface Gestures {
	readonly seed: number;
	readonly sequences: number;
	/** Gestures of each sequence, after each of which every number is compared. */
	readonly length: number;
	/** Sequences in one page, one after the other. */
	readonly inTurn: number;
}

/** Random gestures on the Explore page: after each, every panel says what the books say for the page's own link. */
export function testThatExploreAgrees({ seed, sequences, length, inTurn }: Gestures): void {
	let count: (cut: HandCut, level: string) => Promise<HandCounts>;
	test.beforeAll(async () => {
		count = await demoCityCuts(resolve('data/demo-city'));
	});
	for (let first = 0; first < sequences; first += inTurn) {
		const last = Math.min(sequences, first + inTurn);
		test(`whatever is done, every panel says what the books say: sequences ${String(first + 1)} to ${String(last)}`, async ({
			page
		}) => {
			test.setTimeout(60_000 + (last - first) * length * 8_000);
			await withoutMap(page);
			await page.goto('explore/');
			await page.getByTestId('time-panel').getByRole('button', { name: '表格' }).click();
			await waitForEngine(page);
			let gestures = 0;
			for (let sequence = first; sequence < last; sequence++) {
				const random = seeded(seed + sequence);
				await follow(page, './');
				const links: string[] = [];
				const did: string[] = [];
				for (let i = 0; i < length; i++) {
					did.push(await gesture(page, random));
					gestures++;
					await agrees(page, count, `${String(sequence)}: ${did.join(', ')}`);
					if (links.at(-1) !== page.url()) links.push(page.url());
				}
				// Undo and redo are Back and Forward.
				const [before, now] = links.slice(-2);
				if (now === undefined || before === undefined) continue;
				await page.goBack();
				expect(page.url(), 'back').toBe(before);
				await agrees(page, count, 'back');
				await page.goForward();
				expect(page.url(), 'forward').toBe(now);
				await agrees(page, count, 'forward');
			}
			const address = page.url();
			await page.reload();
			await page.getByTestId('time-panel').getByRole('button', { name: '表格' }).click();
			expect(page.url()).toBe(address);
			await agrees(page, count, 'loaded again');
			recordCounts({ sequences: last - first, gestures });
		});
	}
}

async function follow(page: Page, address: string): Promise<void> {
	await page.evaluate((there) => {
		history.pushState(null, '', there);
		dispatchEvent(new PopStateEvent('popstate'));
	}, address);
}

async function agrees(
	page: Page,
	count: (cut: HandCut, level: string) => Promise<HandCounts>,
	what: string
): Promise<void> {
	const address = page.url();
	const { median, p90, people, ...panels } = await count(cutOfLink(address), 'township');
	await expect.poll(() => readPanels(page), `${what}: ${address}`).toEqual(panels);
	if (panels.n === 0) return;
	const days = (value: number): string => `${String(Number(value.toFixed(1)))} 天`;
	if (median >= 0) {
		await expect(page.getByTestId('measure-median').locator('.value'), what).toHaveText(
			days(median)
		);
		await expect(page.getByTestId('measure-p90').locator('.value'), what).toHaveText(days(p90));
	}
	const shown = page.getByTestId('measure-people').locator('.value');
	await expect
		.poll(async () => Number((await shown.textContent())?.replace(/\D/g, '')), what)
		.toBe(people);
}
