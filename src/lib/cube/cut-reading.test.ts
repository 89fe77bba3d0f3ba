import { describe, expect, it } from 'vitest';
import { openingCut, type Cut } from '#lib/domain/cut.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { cutPopulation, cutReading, pickedAreas } from './cut-reading.ts';
import type { LinkedCounts } from './linked-counts.ts';

const dataset = smallDataset();
const cut = openingCut(dataset);
const size = dataset.areas.codes.length;
const only = (...codes: string[]): Cut => ({
	...cut,
	picks: { area: { codes, isExcluded: false } }
});
const except = (...codes: string[]): Cut => ({
	...cut,
	picks: { area: { codes, isExcluded: true } }
});

/** Ten cases in north-a, six in south-a, one known only to the city. */
const counts: LinkedCounts = (() => {
	const handled = new Uint32Array(size);
	handled[0] = 1;
	handled[2] = 10;
	handled[5] = 6;
	const cube = { dimensions: [{ name: 'area', size }], tallies: { handled, resolved: handled } };
	return { panels: new Map([['area', cube]]), total: cube };
})();

describe('the reading of a cut', () => {
	it('rolls cases up to the areas that are drawn, and says how many cannot be drawn', () => {
		const reading = cutReading(dataset, cut, counts);
		const drawn = reading.areas.map(({ position, figure }) => [position, figure.numerator]);
		expect(drawn).toEqual([
			[1, 10],
			[4, 6],
			[6, 0],
			[7, 0]
		]);
		expect(reading.unlocated).toBe(1);
		expect(reading.n).toBe(17);
	});

	it('keeps the limits of its classes where they are fixed', () => {
		const { breaks, areas } = cutReading(dataset, cut, counts, [20, 30]);
		expect(breaks).toEqual([20, 30]);
		// 10 of 3000 and 6 of 4000 residents are 33.3 and 15 per 10 000.
		expect(areas.map(({ colour }) => colour)).toEqual([2, 0, undefined, undefined]);
	});
});

describe('picked areas', () => {
	it('are those that are picked, and those that lie in one', () => {
		expect(pickedAreas(dataset, only('10', '21'), [2, 3, 5])).toEqual(new Set([2, 3, 5]));
		expect(pickedAreas(dataset, cut, [1, 4])).toEqual(new Set());
	});
});

describe('the residents of a cut', () => {
	it.each<[string, Cut, number]>([
		['no pick: the area that is open', cut, 9000],
		['two areas', only('11', '21'), 5000],
		['an area and one in it, once', only('10', '11'), 3000],
		['all but an area', except('10'), 6000],
		['the area that is open itself', only('00'), 9000],
		[
			'inside an area that is open, what is picked outside counts for nothing',
			{ ...only('21'), area: '10' },
			0
		],
		['inside an area that is picked as a whole', { ...only('10'), area: '11' }, 1000]
	])('%s', (_, one, expected) => {
		expect(cutPopulation(dataset, one)).toBe(expected);
	});

	it('are not known where those of an area are not', () => {
		expect(cutPopulation(dataset, only('41'))).toBeNaN();
	});
});
