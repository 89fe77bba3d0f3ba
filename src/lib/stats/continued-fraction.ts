const TINY = 1e-300;

/**
 * b₀ + a₁ ÷ (b₁ + a₂ ÷ (b₂ + …)), until a further term changes nothing.
 *
 * W. J. Lentz (1976), with the modification of I. J. Thompson and A. R. Barnett, J. Comput. Phys. 64 (1986).
 *
 * @param first b₀, not 0
 * @param term the pair (a, b) of a position from 1
 */
export function continuedFraction(
	first: number,
	term: (j: number) => readonly [a: number, b: number]
): number {
	let value = first;
	let c = first;
	let d = 0;
	for (let j = 1; j < 1e6; j++) {
		const [a, b] = term(j);
		d = b + a * d;
		c = b + a / c;
		d = 1 / (d === 0 ? TINY : d);
		if (c === 0) c = TINY;
		const factor = c * d;
		value *= factor;
		if (Math.abs(factor - 1) < 2.5e-16) break;
	}
	return value;
}
