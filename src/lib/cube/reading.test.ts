import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { datasetOf } from '#lib/domain/dataset-index.ts';
import { AppError } from '#lib/domain/errors.ts';
import { formatLimit } from '#lib/domain/format.ts';
import { smallDataset, smallIndex } from '#lib/domain/small-dataset.ts';
import { openingView, type View } from '#lib/domain/view.ts';
import type { Cube } from './cube.ts';
import { indicatorOf, readingOf } from './reading.ts';

const fixed = { seed: 42 };
const dataset = smallDataset();
const { areas, months } = dataset;

/** A cube with cases in March 2020 only, all areas at once. */
function cubeOf(handled: readonly number[], resolved: readonly number[]): Cube {
	const spread = (counts: readonly number[]): Uint32Array =>
		Uint32Array.from({ length: areas.codes.length * months.count }, (_, cell) =>
			cell % months.count === 0 ? (counts[cell / months.count] ?? 0) : 0
		);
	return {
		dimensions: [
			{ name: 'area', size: areas.codes.length },
			{ name: 'month', size: months.count }
		],
		tallies: { handled: spread(handled), resolved: spread(resolved) }
	};
}

const viewOf = (part: Partial<View>): View => ({
	...openingView(dataset),
	from: '2020-03',
	to: '2020-03',
	...part
});

// By position: the city itself, north with two villages, south with one, empty, east with two.
const handled = [3, 4, 30, 50, 0, 20, 2, 1, 12, 0];
const resolved = [3, 0, 15, 45, 0, 20, 2, 1, 12, 0];
const cube = cubeOf(handled, resolved);

describe('an indicator of a dataset', () => {
	it('is found by its id', () => {
		expect(indicatorOf(dataset, 'success').kind).toBe('share');
	});

	it.each(['speed', '', 'constructor'])('that is unknown is a mistake of the program: %j', (id) => {
		expect(() => indicatorOf(dataset, id)).toThrow(AppError);
	});
});

describe('a reading', () => {
	it('has one figure for each area of the level, in tree order, and one for the whole', () => {
		const reading = readingOf(dataset, viewOf({ indicator: 'cases' }), cube);
		expect(reading.areas.map(({ position }) => areas.codes[position])).toEqual([
			'10',
			'20',
			'30',
			'40'
		]);
		expect(reading.areas.map(({ figure }) => figure.value)).toEqual([84, 20, 2, 13]);
		expect(reading.whole.value).toBe(122);
		expect(reading.level).toBe(1);
		expect(reading.scope).toBe(0);
	});

	it('has the areas inside the open area only', () => {
		const reading = readingOf(dataset, viewOf({ area: '40', level: 'village' }), cube);
		expect(reading.areas.map(({ position }) => areas.codes[position])).toEqual(['41', '42']);
		expect(reading.whole.numerator).toBe(13);
	});

	it.each([
		['the city by county', '00', 'county', 3],
		['the city by village', '00', 'village', 10],
		['a county by village', '10', 'village', 4],
		['a village in itself', '21', 'village', 0]
	])('says how many cases are known to a larger area only: %s', (_, area, level, unlocated) => {
		const reading = readingOf(dataset, viewOf({ area, level, indicator: 'cases' }), cube);
		expect(reading.unlocated).toBe(unlocated);
		const drawn = reading.areas.reduce((sum, { figure }) => sum + figure.numerator, 0);
		expect(drawn + reading.unlocated).toBe(reading.whole.numerator);
	});

	it('counts the cases of the open area in the period, whatever the indicator', () => {
		const reading = readingOf(dataset, viewOf({ area: '10', indicator: 'success' }), cube);
		expect(reading.n).toBe(84);
		expect(reading.whole).toMatchObject({ numerator: 60, denominator: 84 });
		expect(reading.all).toBe(10);
	});

	it('has a colour for a figure that can be judged, and for no other', () => {
		const reading = readingOf(dataset, viewOf({ level: 'village', indicator: 'success' }), cube);
		const states = reading.areas.map(({ figure, colour }) => [figure.state, colour !== undefined]);
		expect(states).toEqual([
			['ok', true],
			['ok', true],
			['ok', true],
			['ok', true],
			['no_denominator', false]
		]);
		const counties = readingOf(dataset, viewOf({ indicator: 'rate' }), cube);
		expect(
			counties.areas.map(({ figure, colour }) => [figure.state, colour !== undefined])
		).toEqual([
			['ok', true],
			['ok', true],
			['no_denominator', false],
			['ok', true]
		]);
	});

	it('makes its classes without the figures that cannot be judged', () => {
		// 10 of 10 and 10 of 20 can be judged; 0 of 9 cannot, or it would be the lowest.
		const few = cubeOf([0, 0, 10, 20, 0, 9], [0, 0, 10, 10, 0, 0]);
		const reading = readingOf(dataset, viewOf({ level: 'village', indicator: 'success' }), few);
		expect(reading.breaks[0]).toBeGreaterThan(0.5);
		expect(reading.areas.map(({ colour }) => colour)).toEqual([
			reading.breaks.length,
			0,
			undefined,
			undefined,
			undefined
		]);
	});

	it.each([
		['success', 3],
		['cases', 2],
		['rate', 2]
	])('rounds the limits of %s to %d digits', (indicator, digits) => {
		const uneven = cubeOf(
			[0, 0, 1013, 1567, 0, 2411, 0, 0, 3779, 4999],
			[0, 0, 811, 1499, 0, 1789, 0, 0, 3671, 4983]
		);
		const { breaks } = readingOf(dataset, viewOf({ level: 'village', indicator }), uneven);
		const lengths = breaks.map((limit) => limit.toExponential().split('e')[0]?.replace('.', ''));
		expect(Math.max(...lengths.map((digitsOf) => digitsOf?.length ?? NaN))).toBe(digits);
	});

	it('counts the cases by the tally without conditions, wherever it stands', () => {
		const index = smallIndex();
		index.manifest.tallies.reverse();
		const reading = readingOf(datasetOf(index), viewOf({ indicator: 'success' }), cube);
		expect(reading.n).toBe(122);
	});

	it('has one figure a month for the open area', () => {
		const { monthly } = readingOf(dataset, viewOf({ area: '10', indicator: 'cases' }), cube);
		expect(monthly.map(({ value }) => value)).toEqual([84, ...new Array<number>(15).fill(0)]);
	});

	it('has no colours and no limits where no case was counted', () => {
		const reading = readingOf(dataset, viewOf({ indicator: 'success' }), cubeOf([], []));
		expect(reading.breaks).toEqual([]);
		expect(reading.areas.map(({ colour }) => colour)).toEqual(new Array(4).fill(undefined));
		expect(reading.whole.state).toBe('no_denominator');
	});
});

describe('the colour of an area', () => {
	const list = fc.array(fc.nat({ max: 3000 }), { minLength: 10, maxLength: 10 });
	const views = fc.record({
		level: fc.constantFrom('county', 'village'),
		indicator: fc.constantFrom('cases', 'success', 'rate')
	});
	/** What a legend prints, read as the number that it says. */
	const saidBy = (text: string): number => {
		const digits = text.replaceAll('\u2009', '');
		return Number(digits.endsWith('%') ? `${digits.slice(0, -1)}e-2` : digits);
	};

	it('is that of the class whose printed limits hold its value', () => {
		fc.assert(
			fc.property(list, list, views, (counts, lost, part) => {
				const kept = counts.map((count, at) => Math.max(0, count - (lost[at] ?? 0)));
				const reading = readingOf(dataset, viewOf(part), cubeOf(counts, kept));
				const printed = reading.breaks.map((limit) =>
					saidBy(formatLimit(reading.indicator, limit))
				);
				for (const { figure, colour } of reading.areas) {
					if (colour === undefined) {
						expect(figure.state).not.toBe('ok');
						continue;
					}
					expect(figure.value).toBeGreaterThanOrEqual(printed[colour - 1] ?? -Infinity);
					expect(figure.value).toBeLessThan(printed[colour] ?? Infinity);
				}
			}),
			{ ...fixed, numRuns: 500 }
		);
	});

	it('is one of at most six', () => {
		fc.assert(
			fc.property(list, views, (counts, part) => {
				const { breaks, areas: drawn } = readingOf(dataset, viewOf(part), cubeOf(counts, counts));
				expect(breaks.length).toBeLessThan(6);
				for (const { colour = 0 } of drawn) expect(colour).toBeLessThanOrEqual(breaks.length);
			}),
			fixed
		);
	});
});
