import { areasThatCount, type RiskSpread } from './poisson-gamma.ts';

/** Slow convergence is near a border: 500 steps, as DCluster takes, are too few for it. */
const MOST_STEPS = 100_000;

/**
 * Spread of relative risks by moments: the fixed point of m = mean(θ), v = Σ (1 + α ÷ E)(θ − m)² ÷ (n − 1),
 * α = m ÷ v, ν = m² ÷ v, θ = (y + ν) ÷ (E + α). Areas without expected cases are left out. Undefined where there is
 * none: fewer than 2 areas, no case, or risks that differ no more than chance makes them (v falls to 0, and every
 * smoothed risk is the mean).
 *
 * D. Clayton and J. Kaldor, "Empirical Bayes estimates of age-standardized relative risks for use in disease mapping",
 * Biometrics 43 (1987); agrees with `empbaysmooth` of R's DCluster.
 */
export function spreadByMoments(
	observed: ArrayLike<number>,
	expected: ArrayLike<number>
): RiskSpread | undefined {
	const areas = areasThatCount(observed, expected);
	const n = areas.observed.length;
	if (n < 2) return undefined;
	const theta = areas.observed.map((y, i) => y / (areas.expected[i] ?? NaN));
	let shape = 0;
	let rate = 0;
	for (let step = 0; step < MOST_STEPS; step++) {
		const mean = theta.reduce((sum, risk) => sum + risk, 0) / n;
		let v = 0;
		theta.forEach((risk, i) => {
			v += (1 + rate / (areas.expected[i] ?? NaN)) * (risk - mean) ** 2;
		});
		v /= n - 1;
		const [before, beforeRate] = [shape, rate];
		rate = mean / v;
		shape = mean * rate;
		if (!(shape > 0 && shape < 1e9)) return undefined;
		const moved = Math.abs(shape - before) + Math.abs(rate - beforeRate);
		if (moved < 1e-13 * (shape + rate)) return { shape, rate };
		areas.observed.forEach((y, i) => {
			theta[i] = (y + shape) / ((areas.expected[i] ?? NaN) + rate);
		});
	}
	return undefined;
}
