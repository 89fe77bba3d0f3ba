import { describe, expect, it } from 'vitest';
import { seededRandom, shuffle } from './seeded-random.ts';

describe('a seeded source', () => {
	it('gives the same numbers for the same seed and others for another, large ones too', () => {
		const numbers = (seed: number): number[] => {
			const draw = seededRandom(seed);
			return Array.from({ length: 8 }, () => draw(1000));
		};
		expect(numbers(5)).toEqual(numbers(5));
		expect(numbers(5)).not.toEqual(numbers(6));
		expect(numbers(5)).not.toEqual(numbers(5 + 2 ** 32));
	});

	it('gives each number as often as any other, within what chance does', () => {
		const draw = seededRandom(42);
		const counts = new Float64Array(7);
		for (let i = 0; i < 70_000; i++) {
			const drawn = draw(7);
			counts[drawn] = (counts[drawn] ?? 0) + 1;
		}
		const squares = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
		// The 0.999 quantile of χ² with six degrees of freedom.
		expect(squares).toBeLessThan(22.46);
	});

	it('puts every value in every place equally often', () => {
		const draw = seededRandom(1);
		const first = new Float64Array(4);
		for (let i = 0; i < 40_000; i++) {
			const values = Float64Array.of(0, 1, 2, 3);
			shuffle(values, draw);
			expect(values.reduce((a, b) => a + b, 0)).toBe(6);
			const at = values[0] ?? 0;
			first[at] = (first[at] ?? 0) + 1;
		}
		const squares = first.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
		expect(squares).toBeLessThan(16.27);
	});
});
