import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NOT_YET } from '#cli/reference/methods.ts';
import { runCase, type CaseResult } from '#cli/reference/run-case.ts';

const FOLDER = 'tests/reference';
/** Figures of a report, not a case: `report-figures.test.ts` reads them. */
const NO_CASES = ['seed-figures.json'];
const files = readdirSync(FOLDER).filter(
	(name) => name.endsWith('.json') && !NO_CASES.includes(name)
);

/**
 * Cases that miss by the letter, with how many areas an entry, and why: `tests/reference/README.md`. No tolerance is widened
 * for them, and `hetu reference` counts them as failed.
 */
const KNOWN_MISSES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	'lisa_columbus_CRIME.json': { 'perm.p_two_sided': 5 },
	'lisa_columbus_HOVAL.json': { 'perm.p_two_sided': 6 },
	'lisa_islandsA_rate.json': { 'perm.p_two_sided': 2 },
	'lisa_lattice_x.json': { 'perm.p_two_sided': 2 },
	'lisa_nc_SIDR74.json': { 'perm.p_two_sided': 9 },
	'lisa_nc_SIDR79.json': { 'perm.p_two_sided': 4 },
	'lisa_worldafrica_lifeExp.json': { 'perm.p_folded': 1, 'perm.p_two_sided': 7 }
};

describe('the reference answers', () => {
	it('are all here', () => {
		expect(files).toHaveLength(69);
	});

	// Thousands of redraws take their time on a busy machine.
	it.each(files)(
		'%s is met, or misses what is known, or its method is not here yet',
		{ timeout: 120_000 },
		(name) => {
			const result = runCase(`${FOLDER}/${name}`);
			const { pass, notYet, method = '' } = result;
			const known = KNOWN_MISSES[name];
			if (notYet) expect(NOT_YET).toContain(method);
			else if (known) expect(missesOf(result)).toEqual(known);
			else expect(pass, JSON.stringify(result, null, '\t')).toBe(true);
		}
	);
});

/** Differences by entry, without the area's number; whatever else is wrong with the case stands beside them. */
function missesOf({ differences = [], unread = [], fault }: CaseResult): Record<string, unknown> {
	const misses: Record<string, unknown> = {};
	for (const { key } of differences) {
		const entry = key.replace(/\.\d+$/, '');
		misses[entry] = Number(misses[entry] ?? 0) + 1;
	}
	return unread.length > 0 || fault !== undefined ? { ...misses, unread, fault } : misses;
}
