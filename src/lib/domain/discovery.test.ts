import { describe, expect, it } from 'vitest';
import { openingCut, type Cut, type FacetPick } from './cut.ts';
import { datasetOf, type Dataset } from './dataset-index.ts';
import {
	campaignFacet,
	hasCampaigns,
	originOf,
	originsOf,
	withCampaigns,
	withOrigin,
	type Origin
} from './discovery.ts';
import type { Manifest } from './manifest.ts';
import { smallDataset, smallIndex } from './small-dataset.ts';

const list = (...codes: string[]) => ({
	codes,
	zh: codes,
	en: codes,
	parent: codes.map(() => -1)
});

/** The small city with sources and campaigns, and what its manifest says of them. */
function cityWith(origins: Manifest['origins']): Dataset {
	const index = smallIndex();
	const { cases } = index.manifest;
	const codes = { ...cases.codes, source: { from: 'source' }, drive: { from: 'drive' } };
	return datasetOf({
		...index,
		manifest: { ...index.manifest, cases: { ...cases, codes }, ...(origins && { origins }) },
		codeLists: {
			...index.codeLists,
			source: list('party', 'walk', 'door', 'court'),
			drive: list('D1', 'D2')
		}
	});
}

const said = {
	column: 'source',
	applied: ['party'],
	discovered: ['walk', 'door'],
	campaign: 'drive'
};
const city = cityWith(said);
const origins = originsOf(city);
const campaign = campaignFacet(city);
if (!origins || !campaign) throw new Error('The city has origins and campaigns.');

const cutOf = (picks: Record<string, FacetPick> = {}): Cut => ({ ...openingCut(city), picks });
const only = (...codes: string[]): FacetPick => ({ codes, isExcluded: false });
const except = (...codes: string[]): FacetPick => ({ codes, isExcluded: true });

describe('the origins of cases', () => {
	it('are what the manifest says', () => {
		expect(origins.facet.id).toBe('source');
		expect(origins.codes).toEqual({ all: [], applied: ['party'], discovered: ['walk', 'door'] });
	});

	it.each<[string, Dataset]>([
		['the manifest says nothing', smallDataset()],
		['it names no column of the cases', cityWith({ ...said, column: 'gone' })],
		['no case can have been applied for', cityWith({ ...said, applied: ['gone'] })],
		['no case can have been discovered', cityWith({ ...said, discovered: ['-'] })]
	])('are not known where %s', (_, dataset) => {
		expect(originsOf(dataset)).toBeUndefined();
	});

	it('leave out codes that no case can have', () => {
		const dataset = cityWith({ ...said, discovered: ['walk', 'gone'] });
		expect(originsOf(dataset)?.codes.discovered).toEqual(['walk']);
	});

	it.each<[string, FacetPick | undefined, Origin | undefined]>([
		['all, without a pick', undefined, 'all'],
		['applied for', only('party'), 'applied'],
		['discovered, in any order', only('door', 'walk'), 'discovered'],
		['discovered, where all others are left out', except('party', 'court', '-'), 'discovered'],
		['none of them, with a part of what was discovered', only('walk'), undefined],
		['none of them, with more than was applied for', only('party', 'court'), undefined],
		['none of them, where those of no stated source stay', except('party', 'court'), undefined]
	])('of a cut are %s', (_, pick, expected) => {
		expect(originOf(origins, cutOf(pick && { source: pick }))).toBe(expected);
	});

	it.each(['all', 'applied', 'discovered'] as const)(
		'%s can be picked, and leave every other pick as it was',
		(origin) => {
			const before = cutOf({ source: except('court'), drive: only('D1') });
			const cut = withOrigin(origins, before, origin);
			expect(originOf(origins, cut)).toBe(origin);
			expect(cut).toEqual({ ...before, picks: { ...cut.picks, drive: only('D1') } });
			expect('source' in cut.picks).toBe(origin !== 'all');
		}
	);
});

describe('campaigns', () => {
	it.each<[string, Dataset]>([
		['the manifest says nothing', smallDataset()],
		['it names none', cityWith({ column: 'source', applied: [], discovered: [] })],
		['it names no column of the cases', cityWith({ ...said, campaign: 'gone' })]
	])('are not known where %s', (_, dataset) => {
		expect(campaignFacet(dataset)).toBeUndefined();
	});

	it.each<[string, FacetPick | undefined, boolean | undefined]>([
		['in a cut without a pick', undefined, true],
		['not in a cut of cases outside them', only('-'), false],
		['not in a cut that leaves each of them out', except('D1', 'D2'), false],
		['not said of a cut of one of them', only('D1'), undefined],
		['not said of a cut that leaves one of them out', except('D2'), undefined]
	])('are %s', (_, pick, expected) => {
		expect(hasCampaigns(campaign, cutOf(pick && { drive: pick }))).toBe(expected);
	});

	it.each([true, false])('are in a cut, or out of it, as is wanted: %s', (isWanted) => {
		const before = cutOf({ source: only('walk'), drive: only('D2') });
		const cut = withCampaigns(campaign, before, isWanted);
		expect(hasCampaigns(campaign, cut)).toBe(isWanted);
		expect(cut.picks['source']).toEqual(only('walk'));
	});
});
