import { lastDay } from '#cli/demo-city/calendar.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { isInReport, type Draft } from './draft.ts';

/** The figures of the printed report, January to August 2018. */
export const printed = { handled: 7119, resolved: 6814, onTheSpot: 2343 };

/**
 * Leaves out cases by lot until as many are left as the report handled, and the same share of the earlier ones, so that
 * no step appears at the turn of the year. Undefined where fewer were drawn than the report needs.
 */
export function thinnedToReport(random: Random, drafts: readonly Draft[]): Draft[] | undefined {
	const inReport = random.shuffled(drafts.filter(isInReport));
	if (inReport.length < printed.handled) return undefined;
	const kept = new Set(inReport.slice(0, printed.handled));
	const share = printed.handled / inReport.length;
	return drafts.filter((draft) => (isInReport(draft) ? kept.has(draft) : random.isTrueWith(share)));
}

/**
 * Makes as many cases of the report handled on the spot, and as many resolved, as it printed. Which cases are changed
 * is drawn by lot among those that chance might as well have made so, outside the townships named.
 */
export function matchReport(
	random: Random,
	drafts: readonly Draft[],
	isLeftAlone: (township: string) => boolean
): void {
	const free = random.shuffled(
		drafts.filter((draft) => isInReport(draft) && !isLeftAlone(draft.home.township))
	);
	const count = (holds: (draft: Draft) => boolean) =>
		drafts.filter((draft) => isInReport(draft) && holds(draft)).length;

	change(
		free.filter((draft) => draft.handling.isOnTheSpot),
		count((draft) => draft.handling.isOnTheSpot) - printed.onTheSpot,
		(draft) => {
			draft.handling.isOnTheSpot = false;
			draft.ending.closedOn = Math.min(lastDay, draft.day + 1 + random.integer(3));
		}
	);
	change(
		free.filter(isSpotLike),
		printed.onTheSpot - count((draft) => draft.handling.isOnTheSpot),
		(draft) => {
			draft.handling.isOnTheSpot = true;
			draft.handling.canEscalate = false;
			draft.ending.closedOn = draft.day;
		}
	);
	change(
		free.filter((draft) => draft.ending.outcome !== 'resolved'),
		printed.resolved - count(isResolved),
		(draft) => {
			const closedOn = draft.ending.closedOn ?? draft.day + random.integer(lastDay - draft.day + 1);
			draft.ending = { outcome: 'resolved', closedOn };
		}
	);
	change(
		free.filter((draft) => isResolved(draft) && !draft.handling.isOnTheSpot),
		count(isResolved) - printed.resolved,
		(draft) => (draft.ending.outcome = 'not_resolved')
	);
}

export function isResolved({ ending }: Draft): boolean {
	return ending.outcome === 'resolved';
}

/** Small, quickly settled, not the county's business: might have been settled on the spot. */
function isSpotLike({ handling, ending, day }: Draft): boolean {
	const quick = (ending.closedOn ?? Infinity) - day <= 6;
	const { isOnTheSpot, isMajor, handledLevel, referredFrom } = handling;
	return (
		!isOnTheSpot &&
		!isMajor &&
		quick &&
		ending.outcome === 'resolved' &&
		handledLevel !== 'county' &&
		referredFrom === ''
	);
}

function change(drafts: readonly Draft[], count: number, alter: (draft: Draft) => void): void {
	if (count > drafts.length) throw new Error(`only ${drafts.length} cases for ${count} changes`);
	for (const draft of drafts.slice(0, Math.max(0, count))) alter(draft);
}
