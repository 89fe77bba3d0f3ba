import { findRoot } from './find-root.ts';
import { areasThatCount, type ObservedExpected, type RiskSpread } from './poisson-gamma.ts';
import { logGamma } from './stirling.ts';

export interface LikelySpread extends RiskSpread {
	/** Natural logarithm of the likelihood at the maximum. */
	readonly logLikelihood: number;
}

/** ln of the shapes among which the highest is sought first: from risks of any size to risks that hardly differ. */
const LOWEST = Math.log(1e-3);
const HIGHEST = Math.log(1e6);
const STEP = 0.25;

/**
 * Spread of relative risks by maximum likelihood: cases are negative binomial with mean E · shape ÷ rate. Areas
 * without expected cases are left out. Undefined where there is no maximum: no area, no case, or risks that differ no
 * more than chance makes them (the shape grows without end).
 *
 * D. Clayton and J. Kaldor, Biometrics 43 (1987); agrees with `MASS::glm.nb(y ~ offset(log(E)))` and SpatialEpi's
 * `eBayes` of R. For each shape the best mean is found by Newton's method; then the shape, on a grid and by halving.
 */
export function spreadByLikelihood(
	observed: ArrayLike<number>,
	expected: ArrayLike<number>
): LikelySpread | undefined {
	const areas = areasThatCount(observed, expected);
	const cases = areas.observed.reduce((sum, y) => sum + y, 0);
	if (!(cases > 0)) return undefined;
	const likelihoodAt = (t: number): number => {
		const shape = Math.exp(t);
		return logLikelihood(areas, shape, bestMean(areas, shape));
	};
	let best = LOWEST;
	let highest = -Infinity;
	for (let t = LOWEST; t <= HIGHEST; t += STEP) {
		const likelihood = likelihoodAt(t);
		if (likelihood > highest) [best, highest] = [t, likelihood];
	}
	if (best + STEP > HIGHEST) return undefined;
	const slope = (t: number): number => {
		const shape = Math.exp(t);
		return slopeInShape(areas, shape, bestMean(areas, shape));
	};
	// Without a slope to trust, every step halves.
	const t = findRoot((at) => [-slope(at), 0], best, best - STEP, best + STEP);
	const shape = Math.exp(t);
	return { shape, rate: shape / bestMean(areas, shape), logLikelihood: likelihoodAt(t) };
}

/** The mean risk that is likeliest for a shape: where Σ (y − Eμ) ÷ (ν + Eμ) is 0. */
function bestMean({ observed, expected }: ObservedExpected, shape: number): number {
	const sum = (values: Float64Array): number => values.reduce((all, value) => all + value, 0);
	const start = Math.log(sum(observed) / sum(expected));
	const root = findRoot(
		(t) => {
			const mean = Math.exp(t);
			let value = 0;
			let slope = 0;
			observed.forEach((y, i) => {
				const m = (expected[i] ?? NaN) * mean;
				value += (m - y) / (shape + m);
				slope += (m * (shape + y)) / (shape + m) ** 2;
			});
			return [value, slope];
		},
		start,
		start - 50,
		start + 50
	);
	return Math.exp(root);
}

function logLikelihood(
	{ observed, expected }: ObservedExpected,
	shape: number,
	mean: number
): number {
	const own = logGamma(shape);
	return observed.reduce((sum, y, i) => {
		const m = (expected[i] ?? NaN) * mean;
		const seen = y === 0 ? 0 : y * Math.log(m / (shape + m));
		const known = logGamma(y + shape) - own - logGamma(y + 1);
		return sum + known - shape * Math.log1p(m / shape) + seen;
	}, 0);
}

/** Derivative in the shape. ψ(y + ν) − ψ(ν) is Σ 1 ÷ (ν + j) over j < y, y being a count. */
function slopeInShape(
	{ observed, expected }: ObservedExpected,
	shape: number,
	mean: number
): number {
	const most = observed.reduce((a, b) => Math.max(a, b), 0);
	const harmonic = new Float64Array(Math.floor(most) + 1);
	for (let j = 0; j < harmonic.length - 1; j++) {
		harmonic[j + 1] = (harmonic[j] ?? 0) + 1 / (shape + j);
	}
	return observed.reduce((sum, y, i) => {
		const m = (expected[i] ?? NaN) * mean;
		const steps = harmonic[Math.floor(y)] ?? NaN;
		return sum + steps - Math.log1p(m / shape) + (m - y) / (shape + m);
	}, 0);
}
