import { describe, expect, it } from 'vitest';
import { binomialProbability, poissonProbability } from './discrete-probability.ts';

/** Known values are from 30 digits of arithmetic (mpmath). */
const errorOf = (ours: number, known: number): number => Math.abs(ours / known - 1);

describe('the probability', () => {
	it.each([
		[0, 10, 0.3, 0.028247524900000005],
		[3, 10, 0.3, 0.266827932],
		[10, 10, 0.3, 5.9048999999999975e-6],
		[1073, 1281666, 0.00083698, 0.012182697124413925],
		[500000, 1000000, 0.5, 0.0007978843613317501],
		[503000, 1000000, 0.5, 1.2150669037173148e-11],
		[1, 1, 0.999999, 0.999999]
	])('of %d of %d at %d', (k, n, p, known) => {
		expect(errorOf(binomialProbability(k, n, p), known)).toBeLessThan(2e-13);
	});

	it.each([
		[0, 0.5, 0.6065306597126334],
		[3, 2.5, 0.21376301724973645],
		[1000000, 1000000, 0.00039894224715624404],
		[1000000, 1003000, 4.471824365962716e-6],
		[0.5, 0.2, 0.41315323797382264]
	])('of %d where %d are expected', (k, mean, known) => {
		expect(errorOf(poissonProbability(k, mean), known)).toBeLessThan(2e-13);
	});

	it.each<[string, number, number]>([
		['less than none of ten', binomialProbability(-1, 10, 0.5), 0],
		['more than all of ten', binomialProbability(11, 10, 0.5), 0],
		['none where none can be', binomialProbability(0, 10, 0), 1],
		['one where none can be', binomialProbability(1, 10, 0), 0],
		['all where all must be', binomialProbability(10, 10, 1), 1],
		['what is no number', binomialProbability(NaN, 10, 0.5), NaN],
		['less than no case', poissonProbability(-1, 3), 0],
		['no case where none is expected', poissonProbability(0, 0), 1],
		['a case where none is expected', poissonProbability(1, 0), 0],
		['what is no count', poissonProbability(NaN, 3), NaN]
	])('of %s', (_, ours, known) => {
		expect(ours).toBe(known);
	});

	it('adds up to 1', () => {
		let binomial = 0;
		let poisson = 0;
		for (let k = 0; k <= 300; k++) {
			binomial += binomialProbability(k, 300, 0.37);
			poisson += poissonProbability(k, 90);
		}
		expect(binomial).toBeCloseTo(1, 12);
		expect(poisson).toBeCloseTo(1, 12);
	});
});
