import { poissonProbability } from './discrete-probability.ts';
import { findRoot } from './find-root.ts';
import { gammaTails } from './incomplete-gamma.ts';

/**
 * The value below which a gamma variable of this shape and rate 1 lies with probability p. Divide by the rate.
 * 0 for p = 0, Infinity for p = 1; NaN outside and where the shape is not positive.
 *
 * Newton on the logarithm of the smaller tail over the logarithm of the value. Agrees with `qgamma` of R.
 */
export function gammaQuantile(p: number, shape: number): number {
	if (!(p >= 0 && p <= 1 && shape > 0)) return NaN;
	if (p === 0 || p === 1) return p === 0 ? 0 : Infinity;
	const isLower = gammaTails(shape, shape).below > p;
	const goal = Math.log(isLower ? p : 1 - p);
	const middle = Math.log(shape);
	const root = findRoot(
		(t) => {
			const x = Math.exp(t);
			const { below, above } = gammaTails(shape, x);
			const tail = isLower ? below : above;
			const slope = (poissonProbability(shape, x) * shape) / tail;
			return isLower ? [Math.log(tail) - goal, slope] : [goal - Math.log(tail), slope];
		},
		middle,
		isLower ? -745 : middle,
		isLower ? middle : Math.log(shape + 800 + 40 * Math.sqrt(shape))
	);
	return Math.exp(root);
}
