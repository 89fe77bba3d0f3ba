import { elementAt } from '#cli/demo-city/element-at.ts';

/**
 * Moran's I of a value over places, with row-standardised weights of the neighbours given. A place without neighbours
 * counts in the mean and nowhere else.
 */
export function moranOf(
	places: readonly { readonly rate: number; readonly neighbours: readonly number[] }[]
): number {
	const mean = places.reduce((sum, { rate }) => sum + rate, 0) / places.length;
	const apart = places.map(({ rate }) => rate - mean);
	const squares = apart.reduce((sum, value) => sum + value * value, 0);
	let products = 0;
	let weights = 0;
	places.forEach(({ neighbours }, i) => {
		if (neighbours.length === 0) return;
		const around = neighbours.reduce((sum, other) => sum + elementAt(apart, other), 0);
		products += (elementAt(apart, i) * around) / neighbours.length;
		weights += 1;
	});
	return (places.length / weights) * (products / squares);
}
