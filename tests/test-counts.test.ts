import { expect, test } from 'vitest';
import { countPlaywright, countVitest } from '../tools/test-counts.js';

const file = (status: string, tests: number) => ({
	status,
	assertionResults: Array(tests).fill({})
});
const vitest = (passed: number, failed: number, testResults = [file('passed', 1)]) => ({
	numPassedTests: passed,
	numFailedTests: failed,
	testResults
});
const playwright = (expected: number, unexpected: number, flaky = 0, errors: unknown[] = []) => ({
	stats: { expected, unexpected, flaky },
	errors
});

test('a runner is counted by its own tests', () => {
	expect(countVitest(vitest(5, 0), true)).toEqual({ passed: 5, failed: 0 });
	expect(countVitest(vitest(5, 2), false)).toEqual({ passed: 5, failed: 2 });
	expect(countPlaywright(playwright(4, 0), true)).toEqual({ passed: 4, failed: 0 });
	expect(countPlaywright(playwright(4, 1), false)).toEqual({ passed: 4, failed: 1 });
});

test('a test file that cannot be loaded is a failure', () => {
	const files = [file('passed', 5), file('failed', 0)];
	expect(countVitest(vitest(5, 0, files), false)).toEqual({ passed: 5, failed: 1 });
});

test('a flaky test and an error outside of tests are failures', () => {
	expect(countPlaywright(playwright(4, 0, 1), true).failed).toBe(1);
	expect(countPlaywright(playwright(4, 0, 0, ['no server']), false).failed).toBe(1);
});

test('a runner that ends badly, without tests or without a report has failed', () => {
	expect(countVitest(vitest(5, 0), false).failed).toBe(1);
	expect(countVitest(vitest(0, 0, []), true).failed).toBe(1);
	expect(countVitest(undefined, true).failed).toBe(1);
	expect(countPlaywright(playwright(0, 0), true).failed).toBe(1);
	expect(countPlaywright(undefined, false).failed).toBe(1);
});
