import { isoDate, reportFrom, type Day } from '#cli/demo-city/calendar.ts';
import { isAllowed } from '#cli/demo-city/forbidden.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { agreementOf, dateOr, referralOf, subsidyOf, type Subsidy } from './aftermath.ts';
import { yesNo, type CaseRow } from './case-row.ts';
import type { Draft } from './draft.ts';
import { daysAllowed } from './endings.ts';

/** What the office paid from January to August 2018; its report says "over 1 600 000". */
const paidInReport = 1_640_000;

/** The case book: rows in the order in which the cases came in. */
export function rowsOf(random: Random, drafts: readonly Draft[]): CaseRow[] {
	const nextId = caseNumbers();
	const inOrder = drafts
		.map((draft, i) => ({ draft, i }))
		.sort((one, other) => one.draft.day - other.draft.day || one.i - other.i)
		.map(({ draft }) => draft);
	const subsidies = new Map(inOrder.map((draft) => [draft, subsidyOf(random, draft)]));
	const yuan = amounts([...subsidies.values()]);
	return inOrder.map((draft) =>
		rowOf(random, nextId(draft.day), draft, subsidies.get(draft), yuan)
	);
}

/** Divides the fund: the same price list all years, such that the report's period adds up to what was paid. */
function amounts(subsidies: readonly (Subsidy | undefined)[]): (subsidy: Subsidy) => number {
	let weight = 0;
	for (const subsidy of subsidies) {
		if (subsidy?.paidOn !== undefined && subsidy.paidOn >= reportFrom) weight += subsidy.weight;
	}
	return (subsidy) => {
		const amount = Math.round((subsidy.weight * paidInReport) / weight / 10) * 10;
		return isAllowed(amount) ? amount : amount + 10;
	};
}

/** Running numbers by year. One number is left out (see `forbidden.ts`); real books have gaps too. */
function caseNumbers(): (day: Day) => string {
	const used = new Map<string, number>();
	return (day) => {
		const year = isoDate(day).slice(0, 4);
		let number = (used.get(year) ?? 0) + 1;
		while (!isAllowed(number)) number += 1;
		used.set(year, number);
		return `YC-${year}-${String(number).padStart(6, '0')}`;
	};
}

function rowOf(
	random: Random,
	id: string,
	draft: Draft,
	subsidy: Subsidy | undefined,
	yuan: (subsidy: Subsidy) => number
): CaseRow {
	const { day, type, handling, ending, campaign } = draft;
	const isFound = handling.source.startsWith('screening');
	return {
		id,
		screened_on: isFound ? isoDate(day - random.integer(4)) : '',
		opened_on: isoDate(day),
		accepted_on: isoDate(
			Math.min(draft.enteredOn, day + (handling.isOnTheSpot ? 0 : random.integer(2)))
		),
		entered_on: isoDate(draft.enteredOn),
		due_on: isoDate(day + daysAllowed),
		closed_on: dateOr(ending.closedOn),
		area: handling.area,
		handled_level: handling.handledLevel,
		type: type.code,
		channel: handling.channel,
		on_the_spot: yesNo(handling.isOnTheSpot),
		source: handling.source,
		campaign: campaign?.id ?? '',
		referred_from: handling.referredFrom,
		referred_to: referralOf(random, draft),
		outcome: ending.outcome,
		major: yesNo(handling.isMajor),
		mass: yesNo(handling.isMass),
		people: handling.people,
		can_escalate: yesNo(handling.canEscalate),
		repeat: yesNo(draft.isRepeat),
		...agreementOf(random, draft),
		organisation: '',
		subsidy_approved_on: dateOr(subsidy?.approvedOn),
		subsidy_due_on: dateOr(subsidy?.dueOn),
		subsidy_paid_on: dateOr(subsidy?.paidOn),
		subsidy_yuan: subsidy ? yuan(subsidy) : ''
	};
}
