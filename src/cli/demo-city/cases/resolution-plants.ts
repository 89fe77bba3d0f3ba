import { lastDay } from '#cli/demo-city/calendar.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { isInReport, type Draft } from './draft.ts';
import type { Difference } from './plants.ts';
import { isResolved } from './report-totals.ts';

/**
 * Makes townships better or worse than their cases let expect. Each case alone is turned, with the probability that
 * moves the resolution rate of the report's period by the wanted points on average; earlier cases are turned with the
 * same probability.
 */
export function differ(
	random: Random,
	drafts: readonly Draft[],
	differences: readonly Difference[]
): void {
	for (const { township, points } of differences) {
		const own = drafts.filter((draft) => draft.home.township === township);
		const turnable = points > 0 ? (draft: Draft) => !isResolved(draft) : isResolvedLater;
		const inReport = own.filter(isInReport);
		const probability = (Math.abs(points) * inReport.length) / inReport.filter(turnable).length;
		for (const draft of own.filter(turnable)) {
			if (!random.isTrueWith(probability)) continue;
			if (points < 0) draft.ending.outcome = 'not_resolved';
			else draft.ending = { outcome: 'resolved', closedOn: closingOf(random, draft) };
		}
	}
}

function isResolvedLater(draft: Draft): boolean {
	return isResolved(draft) && !draft.handling.isOnTheSpot;
}

function closingOf(random: Random, { day, ending }: Draft): number {
	return ending.closedOn ?? day + random.integer(lastDay - day + 1);
}
