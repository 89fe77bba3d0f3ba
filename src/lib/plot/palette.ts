/** Colours of a picture in one theme; the meaning of each is fixed for the whole product. */
export interface Palette {
	readonly paper: string;
	readonly card: string;
	readonly ink: string;
	readonly muted: string;
	readonly line: string;
	readonly accent: string;
	/** Six classes, low to high: one hue, perceptually even, safe for colour-blind readers. */
	readonly sequential: readonly string[];
	/** Seven classes about a middle that says "no difference": blue below, orange above, never red and green. */
	readonly diverging: readonly string[];
	/** Needs attention, and nothing else. */
	readonly maple: string;
	/** For orientation, under names and borders: rivers, roads, slopes in shade and in light. */
	readonly water: string;
	readonly road: string;
	readonly shade: string;
	readonly light: string;
	/** Too few to judge: hatching. */
	readonly hatch: string;
	readonly hatchGround: string;
}

export const PALETTES: Readonly<Record<'light' | 'dark', Palette>> = {
	light: {
		paper: '#faf8f3',
		card: '#ffffff',
		ink: '#20242a',
		muted: '#585f68',
		line: '#e2ddd3',
		accent: '#0f5c80',
		sequential: ['#d8edec', '#a3d5db', '#6cb8ca', '#3792b5', '#1b6793', '#173f65'],
		diverging: ['#10568c', '#448bb9', '#99c1d9', '#eeede9', '#ebc391', '#db8c4c', '#a9531e'],
		maple: '#ae2e2a',
		water: '#5f9bc9',
		road: '#8a6f45',
		shade: '#20303a',
		light: '#ffffff',
		hatch: '#b9b2a4',
		hatchGround: '#f1eee7'
	},
	dark: {
		paper: '#12161a',
		card: '#1a1f25',
		ink: '#ece8e1',
		muted: '#a7adb5',
		line: '#2e353d',
		accent: '#71c5df',
		sequential: ['#1c2f44', '#1f4f6f', '#247597', '#40a1b7', '#7ec9d0', '#c4eae8'],
		diverging: ['#a9d8f2', '#5ba3d0', '#2f6389', '#2b3138', '#7a4d22', '#c8843f', '#f5c48c'],
		maple: '#f17260',
		water: '#5d93bd',
		road: '#a78c63',
		shade: '#30404a',
		light: '#dfe8ee',
		hatch: '#5d6570',
		hatchGround: '#20262d'
	}
};

/**
 * Colours for any number of classes: spread over the whole scale, so that low and high stay what they are; more than it has
 * are mixed between its neighbours.
 */
export function classColours(palette: Palette, classes: number): string[] {
	const last = palette.sequential.length - 1;
	return Array.from({ length: classes }, (_, i) => {
		const place = (i * last) / (classes - 1);
		if (classes > last + 1) return mixed(palette.sequential, place);
		const at = classes === 1 ? Math.floor(last / 2) : Math.round(place);
		return palette.sequential[at] ?? palette.accent;
	});
}

/** The colour at a place between two of a scale, as far from each in every channel. */
function mixed(scale: readonly string[], place: number): string {
	const below = Math.floor(place);
	const part = place - below;
	const channel = (at: number, i: number): number =>
		parseInt((scale[at] ?? scale.at(-1) ?? '#000000').slice(1 + 2 * i, 3 + 2 * i), 16);
	const mix = [0, 1, 2].map((i) =>
		Math.round((1 - part) * channel(below, i) + part * channel(below + 1, i))
			.toString(16)
			.padStart(2, '0')
	);
	return `#${mix.join('')}`;
}
