/** A case row as the books read it: texts as in the table, no value is an empty text. */
export interface BookCase {
	id: string;
	screened_on: string;
	opened_on: string;
	closed_on: string;
	area: string;
	handled_level: string;
	type: string;
	channel: string;
	source: string;
	outcome: string;
	major: string;
	people: number;
}

/** Found by a screening and not yet taken up: it has no day on which it was opened. */
export function isTakenUp({ opened_on }: BookCase): boolean {
	return opened_on !== '';
}

/** The day that puts the case into a period. */
export function bookedOn({ opened_on, screened_on }: BookCase): string {
	return opened_on === '' ? screened_on : opened_on;
}
