import { quantileSorted } from './quantile.ts';

/**
 * Inner class limits that put about as many values into each class: at most `classes` − 1 of them,
 * rounded to `digits` significant digits so that a legend can print exactly what the map uses, and
 * fewer where values repeat. No class is empty. A value belongs to the class above a limit that it equals.
 */
export function quantileBreaks(values: readonly number[], classes: number, digits = 2): number[] {
	const ascending = values.filter(Number.isFinite).sort((a, b) => a - b);
	const breaks: number[] = [];
	const lowest = ascending[0] ?? NaN;
	const highest = ascending.at(-1) ?? NaN;
	for (let k = 1; k < classes; k++) {
		const limit = quantileSorted(ascending, k / classes);
		if (limit === undefined) continue;
		const rounded = Number(limit.toPrecision(digits));
		// A class that no value falls into would be a colour that is not on the map.
		const last = breaks.at(-1) ?? -Infinity;
		const fills = ascending.some((value) => value >= last && value < rounded);
		if (fills && rounded <= highest) breaks.push(rounded);
	}
	if (breaks.length > 0 || classes < 2) return breaks;
	// Where nearly all values are the lowest, one limit parts them from the others.
	const parting = ascending
		.map((value) => Number(value.toPrecision(digits)))
		.find((rounded) => rounded > lowest && rounded <= highest);
	return parting === undefined ? [] : [parting];
}

/** Number of the class of a value: how many limits it reaches. */
export function classOf(value: number, breaks: readonly number[]): number {
	let at = 0;
	while (at < breaks.length && value >= (breaks[at] ?? Infinity)) at++;
	return at;
}
