import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/**
 * Memory of the largest tab in MB, as the system counts it: all that its process holds, DuckDB's included. Undefined
 * where the system does not tell (only Linux does).
 */
export async function memoryOfTab(browser: Browser): Promise<number | undefined> {
	const session = await browser.newBrowserCDPSession();
	try {
		const { processInfo } = await session.send('SystemInfo.getProcessInfo');
		const tabs = processInfo.filter(({ type }) => type === 'renderer');
		const sizes = tabs.flatMap(({ id }) => residentKiB(id) ?? []);
		return sizes.length === 0 ? undefined : (Math.max(...sizes) * 1024) / 1e6;
	} finally {
		await session.detach();
	}
}

function residentKiB(process: number): number | undefined {
	try {
		return residentIn(readFileSync(`/proc/${String(process)}/status`, 'utf8'));
	} catch {
		return undefined;
	}
}

/** The resident set that a process status of Linux tells, in KiB. */
export function residentIn(status: string): number | undefined {
	const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(status) ?? [];
	return kib === undefined ? undefined : Number(kib);
}
