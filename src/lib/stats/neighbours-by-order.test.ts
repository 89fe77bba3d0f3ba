import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { neighboursByOrder, neighboursUpTo } from './neighbours-by-order.ts';

const line = (n: number): number[][] =>
	Array.from({ length: n }, (_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < n));

describe('neighbours by order', () => {
	it.each<[string, number[][], number[][][]]>([
		['no area', [], [[], []]],
		[
			'islands',
			[[], []],
			[
				[[], []],
				[[], []]
			]
		],
		['a line', line(4), [line(4), [[2], [3], [0], [1]]]],
		[
			'a ring, whose ends meet once',
			[
				[1, 3],
				[0, 2],
				[1, 3],
				[2, 0]
			],
			[
				[
					[1, 3],
					[0, 2],
					[1, 3],
					[0, 2]
				],
				[[2], [3], [0], [1]]
			]
		],
		[
			'two parts',
			[[1], [0], [3], [2]],
			[
				[[1], [0], [3], [2]],
				[[], [], [], []]
			]
		],
		[
			'an area among its own',
			[[0, 1], [0]],
			[
				[[1], [0]],
				[[], []]
			]
		]
	])('of %s', (_, neighbours, expected) => {
		expect(neighboursByOrder(neighbours, 2)).toEqual(expected);
	});

	it('together are all that can be reached', () => {
		expect(neighboursUpTo(line(4), 2)).toEqual([
			[1, 2],
			[0, 2, 3],
			[0, 1, 3],
			[1, 2]
		]);
		expect(neighboursUpTo(line(4), 9)[0]).toEqual([1, 2, 3]);
	});

	it('on a line are as far apart as their order says, whatever the areas are called', () => {
		fc.assert(
			fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (n, orders) => {
				neighboursByOrder(line(n), orders).forEach((lists, at) => {
					lists.forEach((others, i) => {
						expect(others).toEqual([i - at - 1, i + at + 1].filter((j) => j >= 0 && j < n));
					});
				});
			}),
			{ seed: 42, numRuns: 60 }
		);
	});

	it.each([0, -1, 1.5, NaN])('are refused of order %s', (orders) => {
		expect(() => neighboursByOrder(line(3), orders)).toThrow(RangeError);
	});
});
