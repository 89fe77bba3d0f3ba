import { describe, expect, it } from 'vitest';
import { findRoot } from './find-root.ts';

describe('a root', () => {
	it.each<[string, (x: number) => readonly [number, number], number]>([
		['of a cube', (x) => [x ** 3 - 2, 3 * x * x], Math.cbrt(2)],
		['where the slope says nothing', (x) => [x - 1, 0], 1],
		['where steps lead out', (x) => [Math.atan(x - 3), 1 / (1 + (x - 3) ** 2)], 3],
		['that is none is the upper end', () => [-1, 1], 10],
		['that is none is the lower end', () => [1, 1], -10]
	])('%s', (_, f, known) => {
		expect(findRoot(f, 0.1, -10, 10)).toBeCloseTo(known, 10);
	});
});
