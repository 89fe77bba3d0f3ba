import { expect, it } from 'vitest';
import { Z95 } from './normal.ts';

/** Area under the standard normal density from 0 to z, by Simpson's rule. */
function areaUpTo(z: number): number {
	const steps = 2000;
	const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
	let sum = density(0) + density(z);
	for (let i = 1; i < steps; i++) sum += (i % 2 === 1 ? 4 : 2) * density((i * z) / steps);
	return (sum * z) / steps / 3;
}

it('leaves 2.5 % of the normal distribution above the z of a 95 % interval', () => {
	expect(areaUpTo(Z95)).toBeCloseTo(0.475, 12);
});
