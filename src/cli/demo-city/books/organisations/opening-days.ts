import { daysBetween, plusDays, workdayUntil } from '#cli/demo-city/books/dates.ts';
import type { Random } from '#cli/demo-city/random.ts';

/** A working day between two dates; the early ones are likelier. */
export function earlyDay(random: Random, from: string, to: string): string {
	return dayAt(from, to, random.next() * random.next());
}

/** A working day between two dates, all as likely. */
export function anyDay(random: Random, from: string, to: string): string {
	return dayAt(from, to, random.next());
}

function dayAt(from: string, to: string, share: number): string {
	const day = workdayUntil(plusDays(from, Math.floor(share * (daysBetween(from, to) + 1))));
	return day < from ? from : day;
}
