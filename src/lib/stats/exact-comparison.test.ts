import { describe, expect, it } from 'vitest';
import { ratesDiffer, sharesDiffer } from './exact-comparison.ts';

describe('a comparison of shares', () => {
	it('is Fisher’s exact test: the lady tasting tea guesses three of four', () => {
		expect(sharesDiffer(3, 4, 1, 4)).toBeCloseTo(34 / 70, 12);
		expect(sharesDiffer(4, 4, 0, 4)).toBeCloseTo(2 / 70, 12);
	});

	it('agrees with all tables of the same margins added up', () => {
		const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
		const [a, n, b, m] = [2, 15, 11, 20];
		const weights = Array.from({ length: 14 }, (_, k) => choose(n, k) * choose(m, 13 - k));
		const own = weights[a] ?? 0;
		const all = weights.reduce((sum, one) => sum + one, 0);
		const unlikely = weights.filter((one) => one <= own * (1 + 1e-7));
		expect(sharesDiffer(a, n, b, m)).toBeCloseTo(
			unlikely.reduce((sum, one) => sum + one, 0) / all,
			12
		);
	});

	it('finds nothing where there is nothing, or nothing to differ', () => {
		expect(sharesDiffer(0, 0, 3, 10)).toBe(1);
		expect(sharesDiffer(10, 10, 20, 20)).toBe(1);
		expect(sharesDiffer(5, 10, 500, 1000)).toBeCloseTo(1, 12);
	});
});

describe('a comparison of rates', () => {
	it('is a binomial test of the one count given both: 9 against 1 over equal exposures', () => {
		expect(ratesDiffer(9, 100, 1, 100)).toBeCloseTo(22 / 1024, 12);
		expect(ratesDiffer(1, 100, 9, 100)).toBeCloseTo(22 / 1024, 12);
	});

	it('takes unequal exposures into account', () => {
		// Binomial(3, 1/4): P = 27, 27, 9, 1 of 64.
		expect(ratesDiffer(2, 1, 1, 3)).toBeCloseTo(10 / 64, 12);
		expect(ratesDiffer(30, 1000, 90, 3000)).toBeCloseTo(1, 12);
	});

	it('stays a probability for counts beyond what a double can hold the weights of', () => {
		expect(ratesDiffer(60_000, 1, 40_000, 1)).toBe(0);
		expect(ratesDiffer(0, 1, 0, 1)).toBe(1);
		expect(ratesDiffer(3, 0, 3, 1)).toBe(1);
	});
});
