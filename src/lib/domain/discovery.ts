import { withPick, type Cut, type FacetPick } from './cut.ts';
import type { Dataset } from './dataset-index.ts';
import { facetsOf, NOT_STATED, type Facet } from './facet.ts';

/** How cases came: whichever way, because a party applied, because a screening found them. */
export const ORIGINS = ['all', 'applied', 'discovered'] as const;
export type Origin = (typeof ORIGINS)[number];

/** The codes of each origin, on the facet that tells them apart; no code means all. */
export interface Origins {
	readonly facet: Facet;
	readonly codes: Readonly<Record<Origin, readonly string[]>>;
}

/** What the manifest says of origins; undefined where it says nothing, or one of them has no code that cases can have. */
export function originsOf(dataset: Dataset): Origins | undefined {
	const { origins } = dataset.index.manifest;
	const facet = origins && facetNamed(dataset, origins.column);
	if (!facet) return undefined;
	const known = (codes: readonly string[]): string[] =>
		codes.filter((code) => code !== NOT_STATED && facet.codes.includes(code));
	const [applied, discovered] = [known(origins.applied), known(origins.discovered)];
	if (applied.length === 0 || discovered.length === 0) return undefined;
	return { facet, codes: { all: [], applied, discovered } };
}

/** The origin that a cut is of, however it was picked; undefined where it is of neither alone and not of all. */
export function originOf({ facet, codes }: Origins, { picks }: Cut): Origin | undefined {
	const pick = picks[facet.id];
	if (!pick) return 'all';
	return ORIGINS.find((origin) => origin !== 'all' && isOnly(facet, pick, codes[origin]));
}

export function withOrigin({ facet, codes }: Origins, cut: Cut, origin: Origin): Cut {
	return withPick(cut, facet.id, { codes: codes[origin], isExcluded: false });
}

/** The facet that names the campaign in which a case was found; undefined where there is none. */
export function campaignFacet(dataset: Dataset): Facet | undefined {
	const { origins } = dataset.index.manifest;
	return origins?.campaign === undefined ? undefined : facetNamed(dataset, origins.campaign);
}

/** Whether a cut has the cases of campaigns among the others; undefined where it is of some campaigns only. */
export function hasCampaigns(facet: Facet, { picks }: Cut): boolean | undefined {
	const pick = picks[facet.id];
	if (!pick) return true;
	return isOnly(facet, pick, [NOT_STATED]) ? false : undefined;
}

/** Leaves the cases of campaigns out by what they do not state, so that a campaign of a later version is out as well. */
export function withCampaigns(facet: Facet, cut: Cut, isWanted: boolean): Cut {
	const outside: FacetPick = { codes: [NOT_STATED], isExcluded: false };
	return withPick(cut, facet.id, isWanted ? undefined : outside);
}

function facetNamed(dataset: Dataset, column: string): Facet | undefined {
	return facetsOf(dataset).find(({ id, kind }) => id === column && kind === 'codes');
}

/** Whether a pick leaves the cases of some codes, and no others: what is left out may say it as well. */
function isOnly(
	facet: Facet,
	{ codes, isExcluded }: FacetPick,
	wanted: readonly string[]
): boolean {
	return facet.codes.every(
		(code) => (codes.includes(code) !== isExcluded) === wanted.includes(code)
	);
}
