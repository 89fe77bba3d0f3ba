import type { Dataset } from './dataset-index.ts';

/** Codes of `source` under which campaigns enter what they find: screening that comes to a place once, not all year. */
const CAMPAIGN_SOURCES = ['screening_concentrated', 'screening_special'];

/** Positions in the code list of `source` of what campaigns find; none where the books do not tell. */
export function campaignSources({ codes }: Dataset): number[] {
	return CAMPAIGN_SOURCES.flatMap((code) => codes['source']?.position.get(code) ?? []);
}
