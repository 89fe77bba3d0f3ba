import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOT_YET } from '#cli/reference/methods.ts';
import { runCase } from '#cli/reference/run-case.ts';

const FOLDER = 'tests/reference';
/** Figures of a report, not a case: `report-figures.test.ts` reads them. */
const NO_CASES = ['seed-figures.json'];
const files = readdirSync(FOLDER).filter(
	(name) => name.endsWith('.json') && !NO_CASES.includes(name)
);

describe('the reference answers', () => {
	it('are all here', () => {
		expect(files).toHaveLength(69);
	});

	// Thousands of redraws take their time on a busy machine.
	it.each(files)('%s is met, or its method is not here yet', { timeout: 120_000 }, (name) => {
		const result = runCase(`${FOLDER}/${name}`);
		const { pass, notYet, method = '' } = result;
		if (notYet) expect(NOT_YET).toContain(method);
		else expect(pass, JSON.stringify(result, null, '\t')).toBe(true);
	});
});
