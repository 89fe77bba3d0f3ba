import { describe, expect, it } from 'vitest';
import { bandPath, linePath } from './straight-path.ts';

const at = (x: number, y: number) => ({ x, y });

describe('a line through points', () => {
	it.each([
		['no point', [], ''],
		['only missing points', [undefined, undefined], ''],
		['points in a row', [at(0, 1), at(2, 3), at(4, 5)], 'M0,1L2,3L4,5'],
		['a gap', [at(0, 1), at(2, 3), undefined, at(6, 7), at(8, 9)], 'M0,1L2,3M6,7L8,9'],
		['a point alone', [undefined, at(2, 3), undefined], 'M2,3Z'],
		['long fractions', [at(1 / 3, 2 / 3), at(1, 1)], 'M0.33,0.67L1,1']
	])('%s', (_, points, path) => {
		expect(linePath(points)).toBe(path);
	});
});

describe('a band between two lines', () => {
	it('goes along the upper line and back along the lower one', () => {
		expect(bandPath([at(0, 1), at(2, 1)], [at(0, 5), at(2, 6)])).toBe('M0,1L2,1L2,6L0,5Z');
	});

	it('is broken where either line is', () => {
		const upper = [at(0, 1), undefined, at(2, 1), at(3, 1)];
		const lower = [at(0, 5), at(1, 5), at(2, 5), undefined];
		expect(bandPath(upper, lower)).toBe('M0,1L0,5ZM2,1L2,5Z');
	});

	it('is nothing for no points', () => {
		expect(bandPath([], [])).toBe('');
	});
});
