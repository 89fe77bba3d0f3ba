import { describe, expect, it } from 'vitest';
import { classColours, PALETTES, type Palette } from './palette.ts';

/** Red, green, blue of a colour as light, 0 to 1. */
function light(hex: string): [number, number, number] {
	const [red = NaN, green = NaN, blue = NaN] = [1, 3, 5].map((at) => {
		const share = parseInt(hex.slice(at, at + 2), 16) / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	});
	return [red, green, blue];
}

/** Contrast of two colours as WCAG 2 counts it, 1 to 21. */
function contrast(one: string, other: string): number {
	const [dark = NaN, bright = NaN] = [one, other]
		.map((hex) => {
			const [red, green, blue] = light(hex);
			return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
		})
		.sort((a, b) => a - b);
	return (bright + 0.05) / (dark + 0.05);
}

/** Lightness as the eye sees it: L of Oklab (B. Ottosson, 2020), 0 to 1. */
function lightness(hex: string): number {
	const [red, green, blue] = light(hex);
	const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
	const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
	const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
	return 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short;
}

const themes = Object.entries(PALETTES) as ['light' | 'dark', Palette][];

describe.each(themes)('the %s palette', (theme, palette) => {
	it('is written in six hexadecimal digits, as the hatching and the map read it', () => {
		const colours = Object.values(palette).flat() as string[];
		expect(colours).toHaveLength(14);
		for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
	});

	it.each([
		['ink', 7],
		['muted', 4.5],
		['accent', 4.5]
	] as const)('has %s that can be read on paper and on a card, at %d : 1', (name, wanted) => {
		expect(contrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(wanted);
		expect(contrast(palette[name], palette.card)).toBeGreaterThanOrEqual(wanted);
	});

	it('has hatching whose line can be told from its ground', () => {
		expect(contrast(palette.hatch, palette.hatchGround)).toBeGreaterThan(1.5);
	});

	it('has six classes, from near the ground of the theme to far from it, in even steps', () => {
		const steps = palette.sequential
			.map(lightness)
			.map((value, i, all) => (i === 0 ? NaN : value - (all[i - 1] ?? NaN)))
			.slice(1)
			.map((step) => (theme === 'light' ? -step : step));
		expect(palette.sequential).toHaveLength(6);
		for (const step of steps) expect(step).toBeGreaterThan(0.05);
		expect(Math.max(...steps) / Math.min(...steps)).toBeLessThan(1.6);
	});
});

it('has the same names in both themes', () => {
	expect(Object.keys(PALETTES.dark)).toEqual(Object.keys(PALETTES.light));
});

describe('the colours of the classes', () => {
	const { sequential } = PALETTES.light;

	it.each([
		['none', 0, []],
		['one: the middle', 1, [2]],
		['two: the ends', 2, [0, 5]],
		['three', 3, [0, 3, 5]],
		['four', 4, [0, 2, 3, 5]],
		['five', 5, [0, 1, 3, 4, 5]],
		['six: all', 6, [0, 1, 2, 3, 4, 5]]
	])('are %s', (_, classes, expected) => {
		expect(classColours(PALETTES.light, classes)).toEqual(expected.map((at) => sequential[at]));
	});

	it.each([2, 3, 4, 5, 6])('are %d different ones, low to high, with both ends', (classes) => {
		for (const palette of Object.values(PALETTES)) {
			const colours = classColours(palette, classes);
			const places = colours.map((colour) => palette.sequential.indexOf(colour));
			expect(new Set(colours).size).toBe(classes);
			expect(places).toEqual([...places].sort((a, b) => a - b));
			expect([places[0], places.at(-1)]).toEqual([0, 5]);
		}
	});
});
