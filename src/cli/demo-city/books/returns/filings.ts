import { bookedOn, type BookCase } from '#cli/demo-city/books/book-case.ts';
import type { BookCity } from '#cli/demo-city/books/book-city.ts';
import { asOf, daysBetween, mondayOf, plusDays } from '#cli/demo-city/books/dates.ts';
import { lineageOf } from '#cli/demo-city/books/places.ts';
import { Random } from '#cli/demo-city/random.ts';
import {
	reportingUnitsOf,
	unitsAround,
	type ReportingUnit,
	type Period
} from './reporting-units.ts';
import type { Silence } from './silence.ts';

export const filingColumns = ['unit', 'period', 'due', 'filed_on', 'kind', 'revision'] as const;

export interface FilingRow {
	unit: string;
	period: string;
	due: string;
	filed_on: string;
	kind: 'filed' | 'nil' | 'late' | 'returned' | 'missing';
	/** Empty for the first return, 2 for the one that replaces a return sent back. */
	revision: number | '';
}

const missingShare = 0.007;
const returnedShare = 0.005;
/** Some units are late more often than others; 3 in a hundred on average. */
const lateShare = [0.005, 0.055] as const;

/**
 * Whether every unit has filed for every period. What is not yet due on the day the books were closed had been asked
 * for early, and came in by that day.
 */
export function filingsOf(
	seed: number,
	city: BookCity,
	cases: readonly BookCase[],
	silence: Silence
): FilingRow[] {
	const units = reportingUnitsOf(city);
	const isFilled = filledPeriods(city, units, cases);
	const isQuiet = quietWeeks(silence);
	return units.flatMap(({ code, rhythm }) => {
		const random = new Random(seed, 'filings', code);
		const late = random.between(...lateShare);
		const isPlanted = code === silence.silentVillage || code === silence.nilVillage;
		return rhythm.periods.flatMap((period): FilingRow[] => {
			const { name, due } = period;
			const kind = isFilled(code, name) ? 'filed' : 'nil';
			const first = { unit: code, period: name, due, revision: '' } as const;
			if (isPlanted && isQuiet(name)) {
				if (kind === 'filed') throw new Error(`${code} has cases in ${name}`);
				if (code === silence.silentVillage) return [{ ...first, filed_on: '', kind: 'missing' }];
			}
			const inTime = filedInTime(random, period);
			const fate = random.next();
			if (isPlanted || due > asOf) return [{ ...first, filed_on: inTime, kind }];
			if (fate < missingShare) return [{ ...first, filed_on: '', kind: 'missing' }];
			const again = plusDays(inTime, 2 + random.integer(5));
			if (fate < missingShare + returnedShare && again <= asOf) {
				const returned: FilingRow = { ...first, filed_on: inTime, kind: 'returned' };
				return [returned, { ...first, filed_on: again, kind, revision: 2 }];
			}
			const afterDue = plusDays(due, 1 + random.integer(6));
			if (fate > 1 - late && afterDue <= asOf) {
				return [{ ...first, filed_on: afterDue, kind: 'late' }];
			}
			return [{ ...first, filed_on: inTime, kind }];
		});
	});
}

/** Most file on the last day. */
function filedInTime(random: Random, { due, earliest }: Period): string {
	const room = daysBetween(earliest, due);
	const on = plusDays(due, random.isTrueWith(0.6) ? 0 : -random.integer(room + 1));
	return on > asOf ? asOf : on;
}

function filledPeriods(
	city: BookCity,
	units: readonly ReportingUnit[],
	cases: readonly BookCase[]
): (unit: string, period: string) => boolean {
	const rhythms = new Map(units.map(({ code, rhythm }) => [code, rhythm]));
	const around = unitsAround(city);
	const filled = new Set<string>();
	for (const each of cases) {
		for (const unit of around(lineageOf(each.area))) {
			const period = rhythms.get(unit)?.periodOf(bookedOn(each));
			if (period !== undefined) filled.add(`${unit} ${period}`);
		}
	}
	return (unit, period) => filled.has(`${unit} ${period}`);
}

function quietWeeks({ silentFrom, silentTo }: Silence): (period: string) => boolean {
	return (period) => {
		const monday = mondayOf(period);
		return monday >= silentFrom && monday <= silentTo;
	};
}
