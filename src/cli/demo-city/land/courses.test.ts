import { describe, expect, it } from 'vitest';
import { distance, type Point } from '#cli/demo-city/plane.ts';
import { narrowKeys, spikedKeys } from './corners.ts';
import { crossingKeys } from './crossings.ts';
import { LineIndex } from './follow.ts';
import { simplified } from './simplify.ts';
import { smoothed } from './smoothing.ts';

const wave = Array.from({ length: 200 }, (_, at): Point => [at / 10, Math.sin(at / 10)]);

describe('a course with fewer points', () => {
	it.each([0.01, 0.1, 0.5])('stays within %d km of what it was, ends kept', (tolerance) => {
		const short = simplified(wave, tolerance);
		expect(short.length).toBeLessThan(wave.length / 2);
		expect([short[0], short.at(-1)]).toEqual([wave[0], wave.at(-1)]);
		const apart = wave.map((point) =>
			Math.min(...short.slice(1).map((to, at) => apartFrom(point, short[at] ?? to, to)))
		);
		expect(Math.max(...apart)).toBeLessThanOrEqual(tolerance + 1e-9);
	});
});

function apartFrom(point: Point, from: Point, to: Point): number {
	const steps = Array.from({ length: 201 }, (_, at): Point => {
		const share = at / 200;
		return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
	});
	return Math.min(...steps.map((step) => distance(point, step))) - 0.005;
}

describe('stairs made smooth', () => {
	it('become a slope: no corner is left that turns by more than 30 degrees', () => {
		const stairs = Array.from({ length: 40 }, (_, at): Point => [
			Math.ceil(at / 2) * 0.2,
			Math.floor(at / 2) * 0.2
		]);
		const links = stairs.map((_, at) =>
			at === 0 || at === stairs.length - 1 ? [at] : [at - 1, at + 1]
		);
		const line = smoothed(stairs, links, 7);
		const turns = line.slice(2).map((to, at) => {
			const [from, corner] = [line[at] ?? to, line[at + 1] ?? to];
			const one = Math.atan2(corner[1] - from[1], corner[0] - from[0]);
			const other = Math.atan2(to[1] - corner[1], to[0] - corner[0]);
			return (Math.abs(other - one) * 180) / Math.PI;
		});
		expect(Math.max(...turns)).toBeLessThan(30);
	});
});

describe('lines that a map must not have', () => {
	const straight: Point[] = [
		[0, 0],
		[2, 0]
	];

	it.each<[string, Point[], string[]]>([
		['crosses', [[1, -1], [1, 1]], ['a', 'b']], // prettier-ignore
		['starts where the other does', [[0, 0], [0, 2]], []], // prettier-ignore
		['lies apart', [[0, 1], [2, 1]], []] // prettier-ignore
	])('is seen where one %s', (_, other, found) => {
		const lines = new Map([
			['a', straight],
			['b', other]
		]);
		expect([...crossingKeys(lines)].sort()).toEqual(found);
	});

	it('is seen where two leave a corner side by side, or one turns back', () => {
		const narrow = new Map<string, Point[]>([
			['a', straight],
			['b', [[0, 0], [2, 0.3]]] // prettier-ignore
		]);
		expect([...narrowKeys(narrow)].sort()).toEqual(['a', 'b']);
		const spike = new Map<string, Point[]>([['a', [[0, 0], [2, 0], [0, 0.2]]]]); // prettier-ignore
		expect([...spikedKeys(spike)]).toEqual(['a']);
	});
});

describe('a line to follow', () => {
	const index = new LineIndex([wave]);

	it('is found beside a border that runs the same way', () => {
		const near = index.nearest([5, Math.sin(5) + 0.2], [1, Math.cos(5)]);
		expect(near && distance(near, [5, Math.sin(5)])).toBeLessThan(0.25);
	});

	it('is not found far off, nor by a border that crosses it', () => {
		expect(index.nearest([5, 3], [1, 0])).toBeUndefined();
		expect(index.nearest([0.1, 0.2], [-1, 1])).toBeUndefined();
	});
});
