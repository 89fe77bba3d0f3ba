// @ts-check
/** What a test runner wrote as JSON, as two numbers. No runner may look better than its exit code. */

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 */

/**
 * A runner that stopped early, or wrote nothing, has failed at least once.
 *
 * @param {Counts} counts
 * @param {boolean} exitedWell
 * @returns {Counts}
 */
const atLeast = ({ passed, failed }, exitedWell) => ({
	passed,
	failed: exitedWell && passed + failed > 0 ? failed : Math.max(1, failed)
});

/**
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: unknown[] }[] } | undefined} report
 *   of Vitest's json reporter
 * @param {boolean} exitedWell
 */
export function countVitest(report, exitedWell) {
	if (!report) return atLeast({ passed: 0, failed: 0 }, false);
	// A file that could not be loaded holds no tests, and would be missed.
	const broken = report.testResults.filter(
		({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
	);
	const { numPassedTests: passed, numFailedTests } = report;
	return atLeast({ passed, failed: numFailedTests + broken.length }, exitedWell);
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] } | undefined} report
 *   of Playwright's json reporter
 * @param {boolean} exitedWell
 */
export function countPlaywright(report, exitedWell) {
	if (!report) return atLeast({ passed: 0, failed: 0 }, false);
	const { expected, unexpected, flaky } = report.stats;
	return atLeast(
		{ passed: expected, failed: unexpected + flaky + report.errors.length },
		exitedWell
	);
}
