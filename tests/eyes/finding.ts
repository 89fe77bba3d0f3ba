import type { Box } from './box.ts';

export type Kind =
	| 'overlap'
	| 'covered'
	| 'sideways'
	| 'clipped'
	| 'type size'
	| 'contrast'
	| 'target size'
	| 'target overlap'
	| 'structure'
	| 'name'
	| 'language';

/** One thing that is wrong, or that could not be judged, with what is needed to find it again. */
export interface Finding {
	readonly kind: Kind;
	/** Like a selector: enough to find the element in the source. */
	readonly where: string;
	/** What stands there, cut after 60 characters. */
	readonly text: string;
	/** In pixels from the top left corner of the viewport. */
	readonly box: Box;
	/** The numbers: what is, and what should be. */
	readonly detail: string;
}

/** What a page promises about itself. */
export interface Promises {
	/** No visible text is smaller, in pixels. */
	readonly smallestType: number;
	/** What `<html lang>` says. */
	readonly language: 'zh-CN' | 'en';
	/** Proper names that may stand in the other script. */
	readonly properNames: readonly string[];
}

/** What the eyes see on a page as it stands. */
export interface Sight {
	readonly findings: Finding[];
	/** What no eye could judge, and why: never dropped in silence. */
	readonly undetermined: Finding[];
	/** How much was judged: an eye that looked at nothing has found nothing. */
	readonly judged: { readonly texts: number; readonly targets: number; readonly contrasts: number };
}
