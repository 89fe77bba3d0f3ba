import { test } from '@playwright/test';

/** Says what a long proof has counted, for its evidence; what several tests of one proof say is added up. */
export function recordCounts(counts: Readonly<Record<string, number>>): void {
	test.info().annotations.push({ type: 'counts', description: JSON.stringify(counts) });
}
