import { formatView, parseView, type View, type ViewNotice } from './view.ts';
import type { Dataset } from './dataset-index.ts';

/** `gi`: where high or low rates lie together. `moran`: also places unlike their neighbours. */
export const HOTSPOT_METHODS = ['gi', 'moran'] as const;
export type HotspotMethod = (typeof HOTSPOT_METHODS)[number];

/** What is searched for hot spots: a View, and by which method. */
export interface HotspotView extends View {
	readonly method: HotspotMethod;
}

export type HotspotNotice = ViewNotice | { readonly field: 'method'; readonly value: string };

/** Longest value of a link that a notice repeats. */
const LONGEST = 40;

/** Reads a link of the page of hot spots; a method that there is not is replaced by the first, and said. */
export function parseHotspotView(
	dataset: Dataset,
	params: URLSearchParams
): { view: HotspotView; notices: HotspotNotice[] } {
	const { view, notices } = parseView(dataset, params);
	const text = params.get('method');
	const method = HOTSPOT_METHODS.find((one) => one === text);
	const wrong: HotspotNotice[] =
		text !== null && !method ? [{ field: 'method', value: text.slice(0, LONGEST) }] : [];
	return { view: { ...view, method: method ?? 'gi' }, notices: [...notices, ...wrong] };
}

export function formatHotspotView(dataset: Dataset, view: HotspotView): URLSearchParams {
	const params = formatView(dataset, view);
	if (view.method !== 'gi') params.set('method', view.method);
	return params;
}
