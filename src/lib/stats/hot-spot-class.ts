/** What a place is over time, as a hot spot or as a cold one. */
export type HotSpotClass =
	| 'none'
	| 'new'
	| 'consecutive'
	| 'intensifying'
	| 'persistent'
	| 'diminishing'
	| 'sporadic'
	| 'oscillating'
	| 'historical';

/** What decides about a place: a bin each, in time order. */
export interface HotSpotCourse {
	readonly isHot: readonly boolean[];
	readonly isCold: readonly boolean[];
	/** Direction of a trend that is no chance: 1 up, −1 down, 0 none. */
	readonly trend: number;
}

/** Share of bins from which on a place is hot for good. */
const LASTING = 0.9;

/**
 * The class of a hot spot. In this order: `none`, never hot; `new`, the last bin alone; of those hot in 90 % of bins or
 * more `intensifying` and `diminishing`, last bin hot and a trend up or down, `historical`, last bin not hot, else
 * `persistent`; `consecutive`, the last bins, two or more, and no other; `oscillating`, last bin hot, some earlier one
 * cold; `sporadic`, last bin hot; else `none`. For a cold spot change `isHot` and `isCold` round and the trend's sign.
 *
 * Our reading of the classes of Esri's "Emerging Hot Spot Analysis"; no bins: `none`.
 */
export function hotSpotClass({ isHot, isCold, trend }: HotSpotCourse): HotSpotClass {
	const bins = isHot.length;
	const hot = isHot.filter(Boolean).length;
	const isLastHot = isHot[bins - 1] === true;
	if (hot === 0) return 'none';
	if (hot === 1 && isLastHot) return 'new';
	if (hot / bins >= LASTING) {
		if (!isLastHot) return 'historical';
		if (trend === 0) return 'persistent';
		return trend > 0 ? 'intensifying' : 'diminishing';
	}
	if (!isLastHot) return 'none';
	if (bins - isHot.lastIndexOf(false) - 1 === hot) return 'consecutive';
	return isCold.slice(0, -1).some(Boolean) ? 'oscillating' : 'sporadic';
}
