import { binomialProbability } from './discrete-probability.ts';
import { findRoot } from './find-root.ts';
import { betaTails } from './incomplete-beta.ts';

/**
 * The value below which a beta variable lies with probability p. 0 for p = 0, 1 for p = 1; NaN outside and where a
 * shape is not positive.
 *
 * Newton on the logarithm of the smaller tail over the log odds of the value. Agrees with `qbeta` of R.
 */
export function betaQuantile(p: number, a: number, b: number): number {
	if (!(p >= 0 && p <= 1 && a > 0 && b > 0)) return NaN;
	if (p === 0 || p === 1) return p;
	const isLower = betaTails(a, b, a / (a + b), b / (a + b)).below > p;
	const goal = Math.log(isLower ? p : 1 - p);
	const middle = Math.log(a / b);
	const root = findRoot(
		(t) => {
			const [x, y] = [1 / (1 + Math.exp(-t)), 1 / (1 + Math.exp(t))];
			const { below, above } = betaTails(a, b, x, y);
			const tail = isLower ? below : above;
			const density = (binomialProbability(a, a + b, x, y) * a * b) / (a + b);
			const slope = density / tail;
			return isLower ? [Math.log(tail) - goal, slope] : [goal - Math.log(tail), slope];
		},
		middle,
		isLower ? -700 : middle,
		isLower ? middle : 700
	);
	return 1 / (1 + Math.exp(-root));
}
