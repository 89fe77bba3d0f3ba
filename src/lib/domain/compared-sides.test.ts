import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { residentsOf, runsOfMembers, sidesOf, type Members } from './compared-sides.ts';
import { openingCut, withPick, type Cut } from './cut.ts';
import { smallDataset } from './small-dataset.ts';

const dataset = smallDataset();
const { areas } = dataset;
const cut = openingCut(dataset);
const inAreas = (...codes: string[]): Cut => withPick(cut, 'area', { codes, isExcluded: false });
const codesIn = (members: Members): string[] => areas.codes.filter((_, at) => members[at] === 1);

function areaSides(from: Cut, code: string): [string[], string[], string | undefined] | string {
	const sides = sidesOf(dataset, from, { by: 'area', code });
	if (typeof sides === 'string') return sides;
	return [codesIn(sides.own.areas), codesIn(sides.other.areas), sides.rest];
}

describe('the sides of a comparison', () => {
	it.each([
		['areas apart', inAreas('10'), '20', [['10', '11', '12'], ['20', '21'], undefined]],
		['a village and its county', inAreas('11'), '10', [['11'], ['10', '12'], 'other']],
		['a county and its village', inAreas('10'), '11', [['10', '12'], ['11'], 'own']],
		['overlapping', inAreas('11', '20'), '10', [['11', '20', '21'], ['10', '12'], 'other']],
		['the same', inAreas('10'), '10', 'same'],
		['all of one in parts', inAreas('10', '11'), '10', 'same']
	])('share no case: %s', (_, from, code, expected) => {
		expect(areaSides(from, code)).toEqual(expected);
	});

	it('are the same types where there is nothing else, and all the others where none was picked', () => {
		const picked = withPick(cut, 'type', { codes: ['land'], isExcluded: false });
		expect(sidesOf(dataset, picked, { by: 'type', code: 'land' })).toBe('same');
		const sides = sidesOf(dataset, picked, { by: 'type', code: 'family' });
		expect(sides).toMatchObject({
			own: { types: Uint8Array.of(1, 1, 1, 0, 0, 0, 0) },
			other: { types: Uint8Array.of(0, 0, 0, 1, 0, 0, 0) },
			rest: undefined
		});
		expect(sidesOf(dataset, cut, { by: 'type', code: '-' })).toMatchObject({
			own: { types: Uint8Array.of(1, 1, 1, 1, 1, 1, 0) },
			other: { types: Uint8Array.of(0, 0, 0, 0, 0, 0, 1) },
			rest: 'own'
		});
	});

	it('have no data before the data', () => {
		const whole = { ...cut, span: { first: cut.span.last - 9, last: cut.span.last } };
		expect(sidesOf(dataset, whole, { by: 'before' })).toMatchObject({
			other: { span: { first: whole.span.first - 10, last: whole.span.first - 1 } }
		});
		const { first } = openingCut(dataset).span;
		const early = { ...cut, span: { first, last: first + 9 } };
		expect(typeof sidesOf(dataset, { ...early, span: { first: 0, last: 9 } }, { by: 'year' })).toBe(
			'string'
		);
	});
});

describe('residents of a set of areas', () => {
	const members = (codes: string[]): Members =>
		Uint8Array.from(areas.codes, (code) => Number(codes.includes(code)));

	it.each([
		[[...areas.codes], 9000],
		[['10', '11', '12'], 3000],
		[['11'], 1000],
		[['10', '12'], 2000],
		[['11', '20', '21'], 5000],
		[[], 0]
	])('%j are %i', (codes, expected) => {
		expect(residentsOf(areas, members(codes))).toBe(expected);
	});

	it('are not known where a part is left out whose residents are not', () => {
		expect(residentsOf(areas, members(['40', '42']))).toBeNaN();
		expect(residentsOf(areas, members(['41']))).toBeNaN();
	});
});

it('runs of members hold each of them once', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: 0, max: 1 })), (bits) => {
			const back = new Uint8Array(bits.length);
			for (const [first, end] of runsOfMembers(Uint8Array.from(bits))) back.fill(1, first, end);
			expect([...back]).toEqual(bits);
		}),
		{ seed: 42 }
	);
});
