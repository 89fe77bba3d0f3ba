/** A colour in sRGB: red, green and blue from 0 to 255, alpha from 0 to 1. */
export interface Colour {
	readonly red: number;
	readonly green: number;
	readonly blue: number;
	readonly alpha: number;
}

const NUMBERS = /-?[\d.]+(?:e-?\d+)?%?/gi;

/** A colour as `getComputedStyle` writes it; undefined for a space that is not sRGB, a gradient or a paint server. */
export function parseColour(text: string): Colour | undefined {
	const [, name = '', inside = ''] = /^(rgba?|color)\((.*)\)$/.exec(text.trim()) ?? [];
	const isColorFunction = name === 'color';
	if (name === '' || (isColorFunction && !inside.startsWith('srgb '))) return undefined;
	const parts = (inside.replace(/^srgb /, '').match(NUMBERS) ?? []).map((part) =>
		part.endsWith('%') ? parseFloat(part) / 100 : parseFloat(part)
	);
	const scale = isColorFunction ? 255 : 1;
	const [red = NaN, green = NaN, blue = NaN, alpha = 1] = parts;
	if (Number.isNaN(red + green + blue)) return undefined;
	return { red: red * scale, green: green * scale, blue: blue * scale, alpha };
}

/** One colour laid over another. */
export function over(top: Colour, below: Colour): Colour {
	const alpha = top.alpha + below.alpha * (1 - top.alpha);
	if (alpha === 0) return { red: 0, green: 0, blue: 0, alpha };
	const mix = (a: number, b: number): number =>
		(a * top.alpha + b * below.alpha * (1 - top.alpha)) / alpha;
	return {
		red: mix(top.red, below.red),
		green: mix(top.green, below.green),
		blue: mix(top.blue, below.blue),
		alpha
	};
}

function luminance({ red, green, blue }: Colour): number {
	const linear = (value: number): number => {
		const share = value / 255;
		return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
	};
	return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

/** The contrast of two opaque colours as WCAG 2 defines it, from 1 to 21. */
export function contrastOf(a: Colour, b: Colour): number {
	const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
	return (light + 0.05) / (dark + 0.05);
}
