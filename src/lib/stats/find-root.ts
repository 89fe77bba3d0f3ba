/**
 * Where an increasing function is 0, between `low` and `high`: Newton's steps, and halves of what is left where a step
 * would leave it. The nearer end where the function has no sign change between them.
 *
 * W. H. Press et al., Numerical Recipes (3rd ed.), 9.4: rtsafe.
 *
 * @param valueAndSlope the function and its derivative at a place
 */
export function findRoot(
	valueAndSlope: (x: number) => readonly [value: number, slope: number],
	start: number,
	low: number,
	high: number
): number {
	let x = Math.min(high, Math.max(low, start));
	for (let step = 0; step < 200; step++) {
		const [value, slope] = valueAndSlope(x);
		if (value === 0) return x;
		if (value > 0) high = x;
		else low = x;
		let next = x - value / slope;
		if (!(next > low && next < high)) next = low + (high - low) / 2;
		if (Math.abs(next - x) <= 4e-16 * Math.max(1, Math.abs(x)) || next === x) return next;
		x = next;
	}
	return x;
}
