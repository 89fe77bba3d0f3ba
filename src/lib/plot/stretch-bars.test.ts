import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchBars } from './stretch-bars.ts';

const size = { width: 654, height: 128 };

describe('bars of stretches of time', () => {
	it('are as high as their counts, from 0 to the highest of all', () => {
		const { bars, ghosts, bottom, top } = stretchBars([0, 5, 10], [10, 10, 20], size);
		expect(bars.map(({ height }) => height)).toEqual([0, (bottom - top) / 4, (bottom - top) / 2]);
		expect(ghosts[2]?.y).toBe(top);
	});

	it('lie side by side between the edges, and are found by a place in them', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 2000 }),
				fc.double({ min: 0, max: 1, noNaN: true }),
				(count, share) => {
					const layout = stretchBars(new Array<number>(count).fill(1), undefined, size);
					expect(layout.edge(0)).toBe(layout.left);
					expect(layout.edge(count)).toBeCloseTo(layout.right, 6);
					const stretch = Math.min(count - 1, Math.floor(share * count));
					const middle = (layout.edge(stretch) + layout.edge(stretch + 1)) / 2;
					expect(layout.stretchAt(middle)).toBe(stretch);
				}
			),
			{ seed: 42 }
		);
	});

	it('give places outside to the nearest stretch', () => {
		const layout = stretchBars([1, 1, 1], undefined, size);
		expect([-50, 9999].map((x) => layout.stretchAt(x))).toEqual([0, 2]);
	});

	it('name as many stretches as there is room for, never two in one place', () => {
		const { xTicks } = stretchBars(new Array<number>(56).fill(1), undefined, size);
		expect(xTicks.length).toBeGreaterThan(3);
		xTicks.slice(1).forEach(({ x }, i) => {
			expect(x - (xTicks[i]?.x ?? NaN)).toBeGreaterThanOrEqual(112);
		});
	});

	it('stand on an axis of whole cases where there are none', () => {
		const { yTicks, bars } = stretchBars([0, 0], undefined, size);
		expect(yTicks.map(({ value }) => value)).toEqual([0, 1]);
		expect(bars.every(({ height }) => height === 0)).toBe(true);
	});
});
