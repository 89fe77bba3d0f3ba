/**
 * p-values adjusted step by step from the largest, in the order given: the i-th smallest of n becomes the least of
 * factor · n ÷ j · p₍ⱼ₎ over j ≥ i, at most 1. What is not a number is no test: it stays, and does not count.
 */
export function steppedUp(
	pValues: readonly number[],
	factorOf: (tests: number) => number
): number[] {
	const order = pValues
		.map((p, i) => ({ p, i }))
		.filter(({ p }) => !Number.isNaN(p))
		.sort((a, b) => b.p - a.p);
	const factor = order.length * factorOf(order.length);
	const adjusted = pValues.map(() => NaN);
	let smallest = 1;
	order.forEach(({ p, i }, above) => {
		smallest = Math.min(smallest, (p * factor) / (order.length - above));
		adjusted[i] = smallest;
	});
	return adjusted;
}
