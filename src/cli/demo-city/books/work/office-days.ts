import { plusDays, workdayUntil } from '#cli/demo-city/books/dates.ts';
import { eventsOf } from './events.ts';

const holidays = eventsOf().filter(({ kind }) => kind === 'holiday');

/** The date itself, or the last day before it on which offices were open. */
export function officeDayUntil(date: string): string {
	const holiday = holidays.find(({ from, to }) => from <= date && date <= to);
	if (holiday) return officeDayUntil(plusDays(holiday.from, -1));
	const workday = workdayUntil(date);
	return workday === date ? date : officeDayUntil(workday);
}
