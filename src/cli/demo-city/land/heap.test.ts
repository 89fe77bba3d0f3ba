import { describe, expect, it } from 'vitest';
import { Random } from '#cli/demo-city/random.ts';
import { CellHeap } from './heap.ts';

describe('the heap', () => {
	it('gives back cells in the order of their costs, whatever the order of pushing', () => {
		const random = new Random(1, 'heap');
		const costs = Array.from({ length: 500 }, () => random.integer(90));
		const heap = new CellHeap();
		costs.forEach((cost, cell) => {
			heap.push(cell, cost);
		});
		const popped: number[] = [];
		for (let cell = heap.pop(); cell >= 0; cell = heap.pop()) popped.push(cell);
		expect(popped.map((cell) => costs[cell])).toEqual([...costs].sort((a, b) => a - b));
		expect([...popped].sort((a, b) => a - b)).toEqual(costs.map((_, cell) => cell));
	});

	it('has nothing to give when it is empty', () => {
		expect(new CellHeap().pop()).toBe(-1);
	});
});
