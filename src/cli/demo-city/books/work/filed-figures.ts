import { bookedOn, isTakenUp, type BookCase } from '#cli/demo-city/books/book-case.ts';
import {
	monthOf,
	monthsBetween,
	nextMonth,
	plusDays,
	workdayUntil
} from '#cli/demo-city/books/dates.ts';
import { isAllowed } from '#cli/demo-city/forbidden.ts';
import { Random } from '#cli/demo-city/random.ts';

export const filedFigureColumns = ['report', 'period', 'filed_on', 'figure', 'value'] as const;

export interface FiledFigureRow {
	report: 'monthly_summary' | 'half_year_report';
	period: string;
	filed_on: string;
	figure: 'handled' | 'resolved';
	value: number;
}

/** Days before the end of a period in which a case may have been entered too late for its report. */
const lateEntryDays = 6;
const lateEntryShare = 0.3;

/**
 * What reports already sent have printed, frozen as the books stood on the last day of their period: a case entered
 * afterwards is not in it, and one that was still in progress counts as handled only.
 */
export function filedFiguresOf(seed: number, cases: readonly BookCase[]): FiledFigureRow[] {
	const isEnteredLate = ({ id }: BookCase) =>
		new Random(seed, 'entry', id).isTrueWith(lateEntryShare);
	const figures = (from: string, to: string) => {
		const last = plusDays(`${nextMonth(to)}-01`, -1);
		const freshAfter = plusDays(last, -lateEntryDays);
		const known = cases.filter((each) => {
			const isInPeriod = monthOf(bookedOn(each)) >= from && bookedOn(each) <= last;
			const isFresh = bookedOn(each) > freshAfter;
			return isTakenUp(each) && isInPeriod && !(isFresh && isEnteredLate(each));
		});
		const resolved = known.filter(
			({ outcome, closed_on }) => outcome === 'resolved' && closed_on <= last
		);
		return [
			{ figure: 'handled', value: printed(known.length) },
			{ figure: 'resolved', value: printed(resolved.length) }
		] as const;
	};
	const monthly = monthsBetween('2018-01', '2018-07').flatMap((month) =>
		figures(month, month).map((figure): FiledFigureRow => ({
			report: 'monthly_summary',
			period: month,
			filed_on: workdayUntil(`${nextMonth(month)}-05`),
			...figure
		}))
	);
	const halfYear = figures('2018-01', '2018-06').map((figure): FiledFigureRow => ({
		report: 'half_year_report',
		period: '2018-H1',
		filed_on: '2018-07-04',
		...figure
	}));
	return [...monthly, ...halfYear];
}

/** One more case entered late where the figure would be the forbidden number. */
function printed(count: number): number {
	return isAllowed(count) ? count : count - 1;
}
