/** What the rows of an area tell exactly; undefined where there are too few of them for it. */
export interface AreaMeasure {
	readonly value: number | undefined;
	readonly low: number | undefined;
	readonly high: number | undefined;
}

/** By position of the area; areas without such cases are left out. */
export type AreaMeasures = ReadonlyMap<number, AreaMeasure>;
