import type { PlacedAreas } from './area.ts';

/** How well a place answers what was typed; the lower, the better. */
const EXACT = 0;
const BEGINS = 1;
const INSIDE = 2;

/**
 * Positions of the areas that answer a text, the best first, at most `limit` of them: by code, by either name, by pinyin
 * ("minhua"), by its initials ("mhsq") or by any mixture ("mhuasq"), as input methods take it. `pinyin` holds syllables
 * with blanks between, one text an area; without it names and codes alone are searched. Among equals the coarser
 * level and then the order of the tree decide. An empty text finds nothing.
 */
export function searchPlaces(
	areas: PlacedAreas,
	pinyin: readonly string[],
	text: string,
	limit: number
): number[] {
	const wanted = plain(text);
	if (wanted === '') return [];
	const found: { at: number; fit: number; level: number }[] = [];
	for (const [at, code] of areas.codes.entries()) {
		const name = areas.names[at];
		const fit = Math.min(
			fitOf(plain(code), wanted),
			fitOf(plain(name?.zh ?? ''), wanted),
			fitOf(plain(name?.en ?? ''), wanted),
			fitOfSyllables((pinyin[at] ?? '').split(' '), wanted)
		);
		if (fit <= INSIDE) found.push({ at, fit, level: areas.level[at] ?? 0 });
	}
	found.sort((a, b) => a.fit - b.fit || b.level - a.level || a.at - b.at);
	return found.slice(0, limit).map(({ at }) => at);
}

/** Without what typing leaves out or does otherwise: case, blanks, apostrophes, full-width letters. */
function plain(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[\s'’·-]/g, '');
}

function fitOf(text: string, wanted: string): number {
	if (text === wanted) return EXACT;
	const where = text.indexOf(wanted);
	if (where < 0) return Infinity;
	return where === 0 ? BEGINS : INSIDE;
}

function fitOfSyllables(syllables: readonly string[], wanted: string): number {
	for (let first = 0; first < syllables.length; first++) {
		const past = pastOf(syllables, first, wanted);
		if (past === undefined) continue;
		if (first > 0) return INSIDE;
		return past === syllables.length ? EXACT : BEGINS;
	}
	return Infinity;
}

/** Position after the last syllable that a text takes up, each from its first letter on; undefined where it does not fit. */
function pastOf(syllables: readonly string[], at: number, wanted: string): number | undefined {
	if (wanted === '') return at;
	const syllable = syllables[at];
	if (syllable === undefined) return undefined;
	let shared = 0;
	while (shared < syllable.length && syllable[shared] === wanted[shared]) shared++;
	for (let taken = shared; taken > 0; taken--) {
		const past = pastOf(syllables, at + 1, wanted.slice(taken));
		if (past !== undefined) return past;
	}
	return undefined;
}
