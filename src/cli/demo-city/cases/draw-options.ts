/** What a redraw of the cases contains beside the smooth risk surface of the city. */
export interface Contents {
	/** The hidden clusters, differences, silence and outbreak. */
	plants: boolean;
	campaigns: boolean;
	/** Near repeats and villages that have better and worse months: counts vary more than chance alone. */
	unevenness: boolean;
}

export const asShipped: Contents = { plants: true, campaigns: true, unevenness: true };

/** The smooth risk surface alone: nothing to find. */
export const nothingHidden: Contents = { plants: false, campaigns: false, unevenness: false };
