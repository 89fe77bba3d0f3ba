import { isoDate, lastDay, type Day } from '#cli/demo-city/calendar.ts';
import { drawFrom } from '#cli/demo-city/draw.ts';
import type { Random } from '#cli/demo-city/random.ts';
import type { Draft } from './draft.ts';
import { isResolved } from './report-totals.ts';
import { yesNo, type CaseRow } from './case-row.ts';

type Agreement = Pick<CaseRow, 'agreement' | 'kept' | 'judicial_confirmation'>;

/** What was agreed, whether it was kept, and whether a court confirmed it. */
export function agreementOf(random: Random, draft: Draft): Agreement {
	if (!isResolved(draft)) return { agreement: 'none', kept: '', judicial_confirmation: 'no' };
	const isWritten = random.isTrueWith(draft.handling.isOnTheSpot ? 0.08 : 0.74);
	const age = lastDay - (draft.ending.closedOn ?? lastDay);
	const pending = age < 60 ? 0.3 : age < 180 ? 0.08 : 0.01;
	const kept = drawFrom({ kept: 1, partly: 0.045, not: 0.022, not_due: pending }, random);
	const isCourtly = ['labour', 'traffic', 'contract', 'damages'].includes(draft.type.code);
	const isConfirmed = isWritten && random.isTrueWith(isCourtly ? 0.14 : 0.035);
	return {
		agreement: isWritten ? 'written' : 'oral',
		kept,
		judicial_confirmation: yesNo(isConfirmed)
	};
}

/** Where a case went on to: the court link, arbitration, the four-party labour route, a sector body. */
export function referralOf(random: Random, { type, handling, ending }: Draft): string {
	if (ending.outcome === 'transferred') {
		if (type.code === 'labour') return drawFrom({ arbitration: 0.6, court: 0.4 }, random);
		return drawFrom({ court: 0.7, police: 0.15, letters_visits: 0.15 }, random);
	}
	if (handling.isOnTheSpot) return '';
	if (type.code === 'labour') return random.isTrueWith(0.35) ? 'four_party' : '';
	if (handling.channel === 'third_party') return random.isTrueWith(0.5) ? 'third_party' : '';
	return handling.referredFrom === 'court' ? 'people_mediation' : '';
}

export interface Subsidy {
	approvedOn: Day;
	dueOn: Day;
	/** Undefined while it has not been paid. */
	paidOn: Day | undefined;
	/** Yuan before the fund is divided; `subsidy-fund.ts` scales it. */
	weight: number;
}

/** People's mediators are paid by the case, some weeks after it is closed; some are paid late. */
export function subsidyOf(random: Random, draft: Draft): Subsidy | undefined {
	const { handling, ending } = draft;
	const isPaidFor = isResolved(draft) && handling.channel === 'people' && random.isTrueWith(0.78);
	if (!isPaidFor || ending.closedOn === undefined) return undefined;
	const approvedOn = ending.closedOn + 10 + random.integer(25);
	if (approvedOn > lastDay) return undefined;
	const dueOn = approvedOn + 30;
	const late = random.isTrueWith(0.11) ? random.integer(50) : -random.integer(20);
	const paidOn = dueOn + late;
	return {
		approvedOn,
		dueOn,
		paidOn: paidOn > lastDay ? undefined : paidOn,
		weight: handling.isMajor
			? random.between(1000, 3000)
			: handling.isOnTheSpot
				? random.between(60, 140)
				: random.between(200, 700)
	};
}

export function dateOr(day: Day | undefined): string {
	return day === undefined ? '' : isoDate(day);
}
