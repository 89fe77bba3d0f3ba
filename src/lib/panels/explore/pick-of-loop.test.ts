import { describe, expect, it } from 'vitest';
import { pickOfLoop } from './pick-of-loop.ts';

const only = (...codes: string[]) => ({ codes, isExcluded: false });
const except = (...codes: string[]) => ({ codes, isExcluded: true });

describe('a loop round areas', () => {
	it.each([
		['picks them', ['10', '20'], undefined, false, only('10', '20')],
		['picks them in place of others', ['20'], only('10'), false, only('20')],
		['picks them where others were left out', ['20'], except('10'), false, only('20')],
		['adds them', ['20', '10'], only('10', '40'), true, only('10', '40', '20')],
		['adds them to nothing', ['20'], undefined, true, only('20')],
		['adds them to those that are left out', ['20'], except('10'), true, except('10', '20')],
		['changes nothing where it goes round none', [], only('10'), false, undefined],
		['adds nothing where it goes round none', [], only('10'), true, undefined]
	])('%s', (_, codes, before, isAdded, expected) => {
		expect(pickOfLoop(codes, before, isAdded)).toEqual(expected);
	});
});
