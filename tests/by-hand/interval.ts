/** 95 % intervals, from the formulas in their textbooks. */
const Z = 1.959963984540054;

/** Wilson: the two shares that the observed one would be just not surprising under, by the quadratic formula. */
export function wilson(successes: number, n: number): [low: number, high: number] {
	const root = Z * Math.sqrt(Z * Z + (4 * successes * (n - successes)) / n);
	const middle = 2 * successes + Z * Z;
	const scale = 2 * (n + Z * Z);
	return [Math.max(0, middle - root) / scale, Math.min(1, (middle + root) / scale)];
}

/** Byar: the two means of a Poisson count that the observed one would be just not surprising under. */
export function byar(count: number): [low: number, high: number] {
	const cubed = (n: number, sign: 1 | -1): number =>
		n * Math.pow(1 - 1 / (9 * n) + (sign * Z) / (3 * Math.sqrt(n)), 3);
	return [count === 0 ? 0 : cubed(count, -1), cubed(count + 1, 1)];
}
