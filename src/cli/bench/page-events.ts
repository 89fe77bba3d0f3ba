import type { BrowserContext, Page, Request } from '@playwright/test';

/** Longest wait for anything that a page does, in milliseconds. */
const PATIENCE = 60_000;

/**
 * When the page set this mark, in milliseconds since it began; waits for it. The page tells when it is there: to ask it
 * again and again would cost time of the very thread that is measured.
 */
export function markTime(page: Page, name: string): Promise<number> {
	return page.evaluate(
		([mark, patience]) =>
			new Promise<number>((resolve, reject) => {
				setTimeout(reject, patience, new Error(`There was no ${mark}.`));
				new PerformanceObserver((list, observer) => {
					const [entry] = list.getEntriesByName(mark);
					if (!entry) return;
					observer.disconnect();
					resolve(entry.startTime);
				}).observe({ type: 'mark', buffered: true });
			}),
		[name, PATIENCE] as const
	);
}

/** One answer of the page: milliseconds from the input event to new numbers in every panel. */
export interface Answered {
	readonly duration: number;
	readonly kind: string;
	readonly panels: number;
}

/** Does something that changes the View, and returns the answer to it. */
export async function answerTo(page: Page, act: () => Promise<unknown>): Promise<Answered> {
	// Listening begins before the act does: in a busy page input overtakes what else is asked of it.
	const waiting = await page.evaluateHandle((patience) => {
		const answer = new Promise<Answered>((resolve, reject) => {
			setTimeout(reject, patience, new Error('There was no answer.'));
			new PerformanceObserver((list, observer) => {
				const [entry] = list.getEntriesByName('hetu:answer');
				if (!entry) return;
				observer.disconnect();
				const { kind, panels } = (entry as PerformanceMeasure).detail as Answered;
				resolve({ duration: entry.duration, kind, panels });
			}).observe({ type: 'measure' });
		});
		return { answer };
	}, PATIENCE);
	await act();
	return waiting.evaluate(({ answer }) => answer);
}

/** Longest wait for an idle moment, in milliseconds: a browser short of processor time may have none to tell of. */
const NO_IDLE = 1000;

/**
 * Waits until the page has nothing to do for most of an idle moment: the map has been drawn and nothing moves; or until
 * no idle moment comes.
 */
export function atRest(page: Page): Promise<void> {
	return page.evaluate(
		(timeout) =>
			new Promise<void>((resolve) => {
				let looks = 50;
				const look = (deadline: IdleDeadline): void => {
					looks -= 1;
					const isOver = deadline.didTimeout || looks === 0;
					if (isOver || deadline.timeRemaining() > 40) resolve();
					else requestIdleCallback(look, { timeout });
				};
				requestIdleCallback(look, { timeout });
			}),
		NO_IDLE
	);
}

/** A file that the page or one of its workers asked for. */
export interface Asked {
	/** Below the site's address. */
	readonly path: string;
	/** Milliseconds since the page began. */
	readonly at: number;
}

/** Notes every request of a reader from now on; the answer turns them into times of this page. */
export function followRequests(context: BrowserContext): (page: Page) => Promise<Asked[]> {
	const requests: Request[] = [];
	context.on('request', (request) => requests.push(request));
	return async (page) => {
		const origin = await page.evaluate(() => performance.timeOrigin);
		const site = new URL('.', page.url()).href;
		const asked = requests.map((request) => ({
			path: request.url().replace(site, ''),
			at: request.timing().startTime - origin
		}));
		return asked.sort((a, b) => a.at - b.at);
	};
}

/**
 * Follows the processor time of the page's main thread: milliseconds in tasks from now on. Where others use the same
 * cores, clock time says how long a reader waited there, and this how much there was to do.
 */
export async function followProcessorTime(page: Page): Promise<() => Promise<number>> {
	const session = await page.context().newCDPSession(page);
	await session.send('Performance.enable', { timeDomain: 'threadTicks' });
	return async () => {
		const { metrics } = await session.send('Performance.getMetrics');
		return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN);
	};
}
