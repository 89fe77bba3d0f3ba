import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import type { Text } from '#lib/domain/text.ts';
import type { BookArea, BookCity } from './book-city.ts';

export interface Places {
	city: BookArea;
	counties: BookArea[];
	townships: BookArea[];
	villages: BookArea[];
	byCode: ReadonlyMap<string, BookArea>;
}

export function placesOf({ areas }: BookCity): Places {
	const ofLevel = (level: BookArea['level']) => areas.filter((area) => area.level === level);
	return {
		city: elementAt(ofLevel('city'), 0),
		counties: ofLevel('county'),
		townships: ofLevel('township'),
		villages: ofLevel('village'),
		byCode: new Map(areas.map((area) => [area.code, area]))
	};
}

/** The code itself and those of the areas around it, the smallest first: codes nest. */
export function lineageOf(code: string): string[] {
	const around = [9, 6, 4].map((kept) => code.slice(0, kept).padEnd(12, '0'));
	return [...new Set([code, ...around])];
}

/** Whether an area is the other one or lies in it. */
export function isWithin(code: string, around: string): boolean {
	return lineageOf(code).includes(around);
}

/** A village's name needs that of its township: names repeat. */
export function fullName(places: Places, { level, name, parent }: BookArea): Text {
	if (level !== 'village') return name;
	const township = valueOf(places.byCode, parent).name;
	return { zh: township.zh + name.zh, en: `${name.en} (${township.en})` };
}

/** By population, the largest first; of equals the lower code. */
export function largestFirst(areas: readonly BookArea[]): BookArea[] {
	return [...areas].sort(
		(one, other) => other.population - one.population || (one.code < other.code ? -1 : 1)
	);
}

/** The township in which the offices of a county-level area or of the city stand: a street, else a town. */
export function seatOf(places: Places, code: string): BookArea {
	const own = valueOf(places.byCode, code);
	if (own.level === 'city') return seatOf(places, elementAt(places.counties, 0).code);
	if (own.level !== 'county') return own;
	// The hundreds of a township's number tell its kind: streets, towns, townships.
	const kindOf = (township: BookArea) => township.code.slice(6, 7);
	const townships = largestFirst(places.townships.filter(({ parent }) => parent === code));
	const mostUrban = townships.map(kindOf).sort()[0];
	return elementAt(
		townships.filter((township) => kindOf(township) === mostUrban),
		0
	);
}
