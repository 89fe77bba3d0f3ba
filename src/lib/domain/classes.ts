/** Ways to find the limits of colour classes; `eb` are quantiles of smoothed values. */
export const CLASSINGS = ['quantile', 'jenks', 'equal', 'eb'] as const;
export type Classing = (typeof CLASSINGS)[number];

/** How colour classes are found: in one of those ways, or between limits in the unit that the legend prints. */
export type Classes = Classing | readonly number[];

/** Limits that a reader may give: more classes could not be told apart by their colour. */
export const MOST_LIMITS = 6;

/** A plain decimal: what a legend can print as it stands. */
const LIMIT = /^-?\d{1,9}(\.\d{1,4})?$/;

/** Reads `jenks` or `5,10,20`; undefined for another word, and for limits that do not ascend, or are none or too many. */
export function classesOfText(text: string): Classes | undefined {
	const named = CLASSINGS.find((one) => one === text);
	if (named) return named;
	const parts = text.split(',').map((part) => part.trim());
	if (parts.length > MOST_LIMITS || !parts.every((part) => LIMIT.test(part))) return undefined;
	// Adding zero makes −0 the 0 that it is written as.
	const limits = parts.map((part) => Number(part) + 0);
	const isAscending = limits.every((limit, i) => limit > (limits[i - 1] ?? -Infinity));
	return isAscending ? limits : undefined;
}

/** What `classesOfText` reads. */
export function textOfClasses(classes: Classes): string {
	return typeof classes === 'string' ? classes : classes.join(',');
}
