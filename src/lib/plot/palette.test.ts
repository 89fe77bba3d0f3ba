import {
	differenceCiede2000,
	filterDeficiencyDeuter,
	filterDeficiencyProt,
	oklab,
	parse,
	wcagContrast,
	type Color
} from 'culori';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classColours, PALETTES, type Palette } from './palette.ts';

const colourOf = (hex: string): Color => {
	const colour = parse(hex);
	if (!colour) throw new RangeError(`${hex} is no colour.`);
	return colour;
};

const difference = differenceCiede2000();

/** How a colour looks to three kinds of eyes; the two others cannot tell red from green. */
const EYES = {
	'full colour vision': colourOf,
	'no red cones': (hex: string) => filterDeficiencyProt(1)(colourOf(hex)),
	'no green cones': (hex: string) => filterDeficiencyDeuter(1)(colourOf(hex))
};
const eyes = Object.entries(EYES);

/** CIEDE2000 between neighbours. */
const steps = (colours: readonly string[], see: (hex: string) => Color): number[] =>
	colours.slice(1).map((colour, i) => difference(see(colours[i] ?? ''), see(colour)));

const lightness = (hex: string): number => oklab(colourOf(hex)).l;

const themes = Object.entries(PALETTES) as ['light' | 'dark', Palette][];

describe.each(themes)('the %s palette', (theme, palette) => {
	it('is written in six hexadecimal digits, as the hatching and the map read it', () => {
		const colours = Object.values(palette).flat() as string[];
		expect(colours).toHaveLength(26);
		for (const colour of colours) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
	});

	it.each([
		['ink', 7],
		['muted', 4.5],
		['accent', 4.5],
		['maple', 4.5]
	] as const)('has %s that can be read on paper and on a card, at %d : 1', (name, wanted) => {
		expect(wcagContrast(palette[name], palette.paper)).toBeGreaterThanOrEqual(wanted);
		expect(wcagContrast(palette[name], palette.card)).toBeGreaterThanOrEqual(wanted);
	});

	it('has text on its accent that can be read, as on the chosen one of several buttons', () => {
		expect(wcagContrast(palette.card, palette.accent)).toBeGreaterThanOrEqual(4.5);
	});

	it('has hatching whose line can be told from its ground', () => {
		expect(wcagContrast(palette.hatch, palette.hatchGround)).toBeGreaterThan(1.5);
	});

	it.each(eyes)('has six classes that each differ from the next with %s', (name, see) => {
		const least = name === 'full colour vision' ? 9.7 : 7.7;
		expect(Math.min(...steps(palette.sequential, see))).toBeGreaterThanOrEqual(least - 0.05);
	});

	it.each(eyes)('has seven classes about a middle that each differ with %s', (_, see) => {
		expect(palette.diverging).toHaveLength(7);
		expect(Math.min(...steps(palette.diverging, see))).toBeGreaterThanOrEqual(13 - 0.05);
	});

	it.each(eyes)('has blue and orange that cannot be confused with %s', (_, see) => {
		const { diverging } = palette;
		for (const [low, high] of [
			[0, 6],
			[1, 5],
			[2, 4]
		] as const) {
			const pair = [diverging[low] ?? '', diverging[high] ?? ''].map(see);
			expect(difference(pair[0] ?? see(''), pair[1] ?? see(''))).toBeGreaterThan(25);
		}
	});

	it('has a middle nearest to the ground, and ends farthest from it', () => {
		const away = palette.diverging.map((colour) =>
			Math.abs(lightness(colour) - lightness(palette.card))
		);
		expect(away[3]).toBe(Math.min(...away));
		for (const [inner, outer] of [
			[2, 1],
			[1, 0],
			[4, 5],
			[5, 6]
		] as const) {
			expect(away[outer]).toBeGreaterThan(away[inner] ?? Infinity);
		}
	});

	it('is what the style sheet of the pages says too', () => {
		const css = readFileSync('src/lib/ui/app.css', 'utf8');
		const selector = theme === 'light' ? ':root {' : "[data-theme='dark'] {";
		const block = css.slice(css.indexOf(selector), css.indexOf('}', css.indexOf(selector)));
		const own: Record<string, string> = Object.fromEntries(
			[...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name = '', value = '']) => [
				name,
				value
			])
		);
		const { paper, card, ink, muted, line, accent, maple, hatch, hatchGround } = palette;
		expect(own).toMatchObject({ paper, card, ink, muted, line, accent, maple, hatch });
		expect(own['hatch-ground']).toBe(hatchGround);
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
