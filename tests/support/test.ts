import { expect, test as base, type BrowserContext } from '@playwright/test';

/** What no page must ever do, whatever is clicked: each line says what and where. */
export interface Watch {
	readonly troubles: string[];
	/** Trouble that a test makes itself, such as a file that it withholds. */
	expectTrouble(pattern: RegExp): void;
}

export const test = base.extend<{ watch: Watch }>({
	watch: [
		async ({ context, baseURL }, use) => {
			const troubles: string[] = [];
			const expected: RegExp[] = [];
			await watchPages(context, baseURL ?? '', troubles);
			await use({ troubles, expectTrouble: (pattern) => expected.push(pattern) });
			const unexpected = troubles.filter((one) => !expected.some((pattern) => pattern.test(one)));
			expect(unexpected, 'errors, refusals by the content policy, missing files').toEqual([]);
		},
		{ auto: true }
	]
});

export { expect };

/** Writes down console errors, exceptions, refusals by the content policy and answers that are no files. */
async function watchPages(context: BrowserContext, own: string, troubles: string[]): Promise<void> {
	context.on('console', (message) => {
		const text = `${message.type()}: ${message.text()} (${message.location().url})`;
		const isRefusal = /content security policy/i.test(text);
		if (message.type() === 'error' || isRefusal) troubles.push(`console ${text}`);
	});
	context.on('weberror', (web) => troubles.push(`exception: ${web.error().message}`));
	context.on('response', (response) => {
		const status = response.status();
		if (status >= 400) troubles.push(`${String(status)}: ${response.url()}`);
	});
	context.on('request', (request) => {
		const { protocol, hostname } = new URL(request.url());
		const isLocal = protocol === 'data:' || protocol === 'blob:';
		const isOwn = hostname === new URL(own).hostname;
		if (!isLocal && !isOwn) troubles.push(`left the origin: ${request.url()}`);
	});
	await context.exposeFunction('reportRefusal', (text: string) => {
		troubles.push(`content policy: ${text}`);
	});
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
			const { reportRefusal } = globalThis as unknown as { reportRefusal: (text: string) => void };
			reportRefusal(`${violatedDirective} refused ${blockedURI} in ${sourceFile}`);
		});
	});
}
