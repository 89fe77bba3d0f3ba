import { describe, expect, it } from 'vitest';
import { hotSpotClass, type HotSpotClass } from './hot-spot-class.ts';

/** `h` hot, `c` cold, `.` neither, a bin each. */
const course = (bins: string, trend: number) => ({
	isHot: [...bins].map((bin) => bin === 'h'),
	isCold: [...bins].map((bin) => bin === 'c'),
	trend
});
const cases: [string, number, HotSpotClass][] = [
	['', 0, 'none'],
	['..........', 1, 'none'],
	['cccccccccc', -1, 'none'],
	['.........h', 1, 'new'],
	['h', 0, 'new'],
	['........hh', 0, 'consecutive'],
	['c.......hh', 0, 'consecutive'],
	['.hhhhhhhhh', 0, 'persistent'],
	['hhhhhhhhhh', 1, 'intensifying'],
	['hhhhhhhhhh', -1, 'diminishing'],
	['hhhhhhhhh.', 1, 'historical'],
	['hhhhhhhh..', 1, 'none'],
	['h.......hh', 0, 'sporadic'],
	['c.h......h', 0, 'oscillating'],
	['h........c', 0, 'none'],
	['..h..h....', 0, 'none']
];

describe('the class of a place', () => {
	it.each(cases)('%s with trend %i', (bins, trend, name) => {
		expect(hotSpotClass(course(bins, trend))).toBe(name);
	});

	it.each(cases)('%s, made cold, is its twin', (bins, trend, name) => {
		const { isHot, isCold } = course(bins, trend);
		expect(hotSpotClass({ isHot, isCold, trend })).toBe(name);
		const twin = course([...bins].map((bin) => ({ h: 'c', c: 'h' })[bin] ?? bin).join(''), -trend);
		expect(hotSpotClass({ isHot: twin.isCold, isCold: twin.isHot, trend: -twin.trend })).toBe(name);
	});
});
