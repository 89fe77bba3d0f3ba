import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Point } from './area-shapes.ts';
import { enclosed } from './enclosed.ts';

const fixed = { seed: 42, numRuns: 300 };
const at = (x: number, y: number): Point => ({ x, y });
const square = [at(0, 0), at(10, 0), at(10, 10), at(0, 10)];
/** Corners on whole numbers, points between them: no point lies on an edge for a corner's sake. */
const whole = fc.integer({ min: 0, max: 20 });
const loops = fc.array(fc.record({ x: whole, y: whole }), { maxLength: 12 });
const points = fc.array(
	fc.record({ x: whole.map((x) => x + 0.37), y: whole.map((y) => y + 0.613) }),
	{ minLength: 1, maxLength: 20 }
);

/** How often the loop goes round a point: the angles under which its edges are seen, added up. */
function turnsRound(loop: readonly Point[], { x, y }: Point): number {
	const angles = loop.map((from, i) => {
		const to = loop[(i + 1) % loop.length] ?? from;
		const turn = Math.atan2(to.y - y, to.x - x) - Math.atan2(from.y - y, from.x - x);
		return turn - 2 * Math.PI * Math.round(turn / (2 * Math.PI));
	});
	return angles.reduce((sum, angle) => sum + angle, 0) / (2 * Math.PI);
}

/** Whether a point lies so near to an edge that rounding decides on which side it is. */
const isOnEdge = (loop: readonly Point[], { x, y }: Point): boolean =>
	loop.some((from, i) => {
		const to = loop[(i + 1) % loop.length] ?? from;
		const across = (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
		return Math.abs(across) < 1e-9;
	});

describe('a loop', () => {
	it('encloses the points inside it, by their place in the list', () => {
		expect(enclosed(square, [at(5, 5), at(15, 5), undefined, at(1, 9), at(-1, 5)])).toEqual([0, 3]);
	});

	it.each([
		['no corner', []],
		['one corner', [at(5, 5)]],
		['two corners', [at(0, 0), at(10, 10)]],
		['its corners on one line', [at(0, 0), at(5, 5), at(10, 10)]]
	])('with %s encloses nothing', (_, loop) => {
		expect(enclosed(loop, [at(5, 5), at(4, 5), at(5, 4)])).toEqual([]);
	});

	it('that crosses itself encloses what it goes round once, and not what it goes round twice', () => {
		const inner = [at(3, 3), at(7, 3), at(7, 7), at(3, 7)];
		const twice = [...square, at(0, 0), ...inner, at(3, 3)];
		expect(enclosed(twice, [at(5, 5), at(1, 8)])).toEqual([1]);
		const bow = [at(0, 0), at(10, 10), at(10, 0), at(0, 10)];
		expect(enclosed(bow, [at(2, 5), at(8, 5), at(5, 1), at(5, 9)])).toEqual([0, 1]);
	});

	it('encloses what an odd number of turns goes round, whatever its shape', () => {
		fc.assert(
			fc.property(loops, points, (loop, some) => {
				const clear = some.filter((point) => !isOnEdge(loop, point));
				const expected = clear.flatMap((point, i) =>
					Math.abs(Math.round(turnsRound(loop, point))) % 2 === 1 ? [i] : []
				);
				expect(enclosed(loop, clear)).toEqual(expected);
			}),
			fixed
		);
	});

	it('encloses the same from whichever corner and in whichever direction it is drawn', () => {
		fc.assert(
			fc.property(loops, points, fc.nat(11), (loop, some, shift) => {
				const clear = some.filter((point) => !isOnEdge(loop, point));
				const first = enclosed(loop, clear);
				const turned = [...loop.slice(shift), ...loop.slice(0, shift)];
				expect(enclosed(turned, clear)).toEqual(first);
				expect(enclosed(loop.toReversed(), clear)).toEqual(first);
			}),
			fixed
		);
	});
});
