import type { Absence } from '#lib/domain/absence.ts';

/** What fills an area or a patch of the legend. */
export type Pattern = 'hatch' | 'dots' | 'ring' | 'outline' | 'stroke';

export interface AbsenceMark {
	readonly pattern: Pattern;
	/** Strokes of the icon in a square of 16, drawn with a line of 1.5 and no fill. */
	readonly icon: string;
}

export const ABSENCE_MARKS: Readonly<Record<Absence, AbsenceMark>> = {
	/** A short column under a line that it does not reach. */
	too_few: { pattern: 'hatch', icon: 'M2 4.5H14M8 13V9.5M4 13.5H12' },
	/** A closed lock. */
	withheld: { pattern: 'dots', icon: 'M4 7.5H12V13.5H4ZM5.5 7.5V5A2.5 2.5 0 0 1 10.5 5V7.5' },
	/** A sheet with a nought on it: filed, and nothing happened. */
	nil_return: {
		pattern: 'ring',
		icon: 'M3.5 2H12.5V14H3.5ZM8 5.5A2 2.5 0 0 1 8 10.5A2 2.5 0 0 1 8 5.5'
	},
	/** An empty tray: the sheet is still to come. */
	not_filed: { pattern: 'outline', icon: 'M2 9V13.5H14V9M2 9H5.5L6.5 11H9.5L10.5 9H14' },
	/** A dash. */
	not_applicable: { pattern: 'stroke', icon: 'M3 8H13' }
};
