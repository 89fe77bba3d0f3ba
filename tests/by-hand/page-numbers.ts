/** Every number of the map page, as the texts that a reader sees. */
export interface PageNumbers {
	/** "4 117 件，共 8 958 件" */
	readonly chosen: string;
	readonly headline: readonly Headline[];
	readonly sentence: string;
	/** "60 个乡镇（街道）" */
	readonly drawn: string;
	/** Cases that are not on the map; empty for none. */
	readonly unlocated: string;
	readonly legend: readonly string[];
	/** Code of the area, then its cells. */
	readonly table: readonly (readonly string[])[];
	/** One row for each month. */
	readonly trend: readonly (readonly string[])[];
}

export interface Headline {
	readonly id: string;
	readonly value: string;
	readonly name: string;
	readonly arithmetic: string;
}
