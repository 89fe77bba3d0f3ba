import { describe, expect, it } from 'vitest';
import { countFigure } from '#lib/cube/figure.ts';
import { pairedTrend } from './paired-trend.ts';

const size = { width: 250, height: 128 };
const figures = (...counts: number[]) => counts.map(countFigure);

describe('two trends side by side', () => {
	it('stand on one scale that begins at 0, aligned at their first stretches', () => {
		const { panels, yTicks, bottom } = pairedTrend([figures(0, 100), figures(50, 50, 50)], size);
		expect(panels[0]?.points[0]).toEqual({ x: 40, y: bottom });
		expect(panels[0]?.points.map(({ x }) => x)).toEqual([40, 140]);
		expect(panels[1]?.points.map(({ x }) => x)).toEqual([40, 140, 240]);
		const [half] = panels[1]?.points ?? [];
		const full = panels[0]?.points[1];
		expect(bottom - (half?.y ?? NaN)).toBeCloseTo((bottom - (full?.y ?? NaN)) / 2, 9);
		expect(yTicks[0]).toEqual({ y: bottom, value: 0 });
	});

	it('show each the other one behind it', () => {
		const { panels } = pairedTrend([figures(1, 2), figures(3, 4)], size);
		expect(panels[0]?.faint).toBe(panels[1]?.line);
		expect(panels[1]?.faint).toBe(panels[0]?.line);
	});

	it('are empty where there is nothing, and flat where all is 0', () => {
		const { panels } = pairedTrend([[], figures(0, 0)], size);
		expect(panels[0]).toMatchObject({ line: '', band: '', points: [] });
		expect(panels[1]?.points.map(({ y }) => y)).toEqual([108, 108]);
	});
});
