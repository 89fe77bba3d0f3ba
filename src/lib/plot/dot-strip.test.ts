import { describe, expect, it } from 'vitest';
import { dotStrip } from './dot-strip.ts';

const size = { width: 300, height: 60 };

describe('a strip of dots', () => {
	it('stacks what would hide each other, and draws every value', () => {
		const { dots, baseline } = dotStrip([1, 1, 1, 5], [3], size);
		expect(dots.map(({ index }) => index).sort()).toEqual([0, 1, 2, 3]);
		const stack = dots.filter(({ index }) => index < 3);
		expect(new Set(stack.map(({ x }) => x)).size).toBe(1);
		expect(new Set(stack.map(({ y }) => y)).size).toBe(3);
		for (const { y } of dots) expect(y).toBeLessThan(baseline);
	});

	it('presses a high stack together before it would leave the picture', () => {
		const { dots } = dotStrip(new Array<number>(400).fill(2), [1, 3], size);
		expect(Math.min(...dots.map(({ y }) => y))).toBeGreaterThanOrEqual(0);
	});

	it('has room for the marked value, and puts what lies outside at the edge', () => {
		const { x } = dotStrip([2, 4], [10], size);
		expect(x(10)).toBe(278);
		expect(x(99)).toBe(278);
		expect(x(2)).toBe(22);
	});

	it('draws one value, and none, without dividing by nothing', () => {
		expect(dotStrip([7], [], size).x(7)).toBe(22);
		expect(dotStrip([], [], size).dots).toEqual([]);
	});
});
