/**
 * p-values adjusted so that those up to q hold a share of at most q of false findings, in the order given.
 *
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", JRSS B 57 (1995); agrees with
 * `p.adjust(method = "BH")` of R.
 */
export function adjustedForMany(pValues: readonly number[]): number[] {
	const order = pValues.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
	const adjusted = new Array<number>(pValues.length).fill(1);
	let smallest = 1;
	order.forEach(({ p, i }, above) => {
		smallest = Math.min(smallest, (p * pValues.length) / (pValues.length - above));
		adjusted[i] = smallest;
	});
	return adjusted;
}
