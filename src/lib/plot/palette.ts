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
		hatch: '#5d6570',
		hatchGround: '#20262d'
	}
};

/** Colours for fewer than six classes: spread over the whole scale, so that low and high stay what they are. */
export function classColours(palette: Palette, classes: number): string[] {
	const last = palette.sequential.length - 1;
	return Array.from({ length: classes }, (_, i) => {
		const at = classes === 1 ? Math.floor(last / 2) : Math.round((i * last) / (classes - 1));
		return palette.sequential[at] ?? palette.accent;
	});
}
