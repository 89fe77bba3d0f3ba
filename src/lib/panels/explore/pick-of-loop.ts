import type { FacetPick } from '#lib/domain/cut.ts';

/**
 * The pick of areas after a loop has been drawn round some: these alone, or these as well, which leaves an exclusion one.
 * Undefined for a loop round none, which changes nothing.
 */
export function pickOfLoop(
	codes: readonly string[],
	before: FacetPick | undefined,
	isAdded: boolean
): FacetPick | undefined {
	if (codes.length === 0) return undefined;
	if (!isAdded || !before) return { codes, isExcluded: false };
	return { ...before, codes: [...new Set([...before.codes, ...codes])] };
}
