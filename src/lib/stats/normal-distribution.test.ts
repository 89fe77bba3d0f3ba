import { describe, expect, it } from 'vitest';
import { Z95 } from './normal.ts';
import { normalAbove, normalBeyond, zOfLevel } from './normal-distribution.ts';

/** Known values are from 30 digits of arithmetic (mpmath). */
const errorOf = (ours: number, known: number): number => Math.abs(ours / known - 1);

describe('the normal distribution', () => {
	it.each([
		[0, 0.5],
		[0.5, 0.3085375387259869],
		[1.96, 0.024997895148220435],
		[-1, 0.8413447460685429],
		[-3, 0.9986501019683699],
		[5, 2.866515718791939e-7],
		[10, 7.619853024160525e-24]
	])('above %d', (z, known) => {
		expect(errorOf(normalAbove(z), known)).toBeLessThan(1e-13);
	});

	it('beyond z is above |z| on both sides', () => {
		expect(normalBeyond(0)).toBe(1);
		expect(normalBeyond(-2)).toBe(2 * normalAbove(2));
		expect(normalBeyond(NaN)).toBeNaN();
		expect(normalAbove(NaN)).toBeNaN();
		expect(normalAbove(-Infinity)).toBe(1);
	});

	it('has the z of the usual levels, and none of a level that is none', () => {
		expect(zOfLevel(0.95)).toBeCloseTo(Z95, 13);
		expect(zOfLevel(0.998)).toBeCloseTo(3.090232306167813, 13);
		expect(zOfLevel(0)).toBe(0);
		expect(zOfLevel(1)).toBe(Infinity);
		expect(zOfLevel(2)).toBeNaN();
	});
});
