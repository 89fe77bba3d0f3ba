import { csvOf } from '#cli/demo-city/csv.ts';
import type { BookCase } from './book-case.ts';
import type { BookCity } from './book-city.ts';
import { organisationColumns } from './organisations/organisation.ts';
import { organisationsOf } from './organisations/organisations.ts';
import { postColumns, postsOf } from './organisations/posts.ts';
import { declaredColumns, declaredOf } from './returns/declared.ts';
import { filingColumns, filingsOf } from './returns/filings.ts';
import type { Silence } from './returns/silence.ts';
import { unitColumns, unitsOf } from './units.ts';
import { budgetColumns, budgetOf } from './work/budget.ts';
import { careCountColumns, careCountsOf } from './work/care-counts.ts';
import { dutiesOf } from './work/duties.ts';
import { dutyColumns, dutyStepColumns } from './work/duty.ts';
import { eventColumns, eventsOf } from './work/events.ts';
import { filedFigureColumns, filedFiguresOf } from './work/filed-figures.ts';
import { meetingColumns, meetingsOf } from './work/meetings.ts';
import { surveyColumns, surveysOf } from './work/surveys.ts';
import { visitColumns, visitsOf } from './work/visits.ts';

/** The tables beside the cases, as files: name → CSV. */
export function booksOf(
	seed: number,
	city: BookCity,
	cases: readonly BookCase[],
	truth: Silence
): Record<string, string> {
	const organisations = organisationsOf(seed, city);
	const { duties, history } = dutiesOf(seed, city);
	return {
		'units.csv': csvOf(unitColumns, unitsOf(city)),
		'organisations.csv': csvOf(organisationColumns, organisations),
		'posts.csv': csvOf(postColumns, postsOf(seed, organisations)),
		'duties.csv': csvOf(dutyColumns, duties),
		'duty_history.csv': csvOf(dutyStepColumns, history),
		'care_counts.csv': csvOf(careCountColumns, careCountsOf(seed, city)),
		'filings.csv': csvOf(filingColumns, filingsOf(seed, city, cases, truth)),
		'declared.csv': csvOf(declaredColumns, declaredOf(city, cases)),
		'budget.csv': csvOf(budgetColumns, budgetOf(city)),
		'visits.csv': csvOf(visitColumns, visitsOf(seed, city)),
		'meetings.csv': csvOf(meetingColumns, meetingsOf()),
		'events.csv': csvOf(eventColumns, eventsOf()),
		'surveys.csv': csvOf(surveyColumns, surveysOf(seed, city)),
		'filed_figures.csv': csvOf(filedFigureColumns, filedFiguresOf(seed, cases))
	};
}
