import type { City } from './areas.ts';
import type { BookCase } from './books/book-case.ts';
import { organisationFor } from './books/organisations/organisation-for.ts';
import { organisationsOf } from './books/organisations/organisations.ts';
import type { CaseRow } from './cases/case-row.ts';

/** A case row as the other books read it. */
export function bookCaseOf(row: CaseRow): BookCase {
	const text = (column: keyof CaseRow) => String(row[column]);
	return {
		id: text('id'),
		screened_on: text('screened_on'),
		opened_on: text('opened_on'),
		closed_on: text('closed_on'),
		area: text('area'),
		handled_level: text('handled_level'),
		type: text('type'),
		channel: text('channel'),
		source: text('source'),
		outcome: text('outcome'),
		major: text('major'),
		people: Number(row.people)
	};
}

/** Says of each case which organisation handled it. */
export function withOrganisations(
	seed: number,
	city: City,
	cases: readonly CaseRow[]
): readonly CaseRow[] {
	const handlerOf = organisationFor(organisationsOf(seed, city));
	return cases.map((row) => ({ ...row, organisation: handlerOf(bookCaseOf(row)) }));
}
