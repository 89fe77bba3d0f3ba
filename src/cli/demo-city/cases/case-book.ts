import type { Home } from '#cli/demo-city/areas.ts';
import { Random } from '#cli/demo-city/random.ts';
import { asShipped, type Contents } from './draw-options.ts';
import { draftOf, isEntered, type Draft } from './draft.ts';
import { exposureOf } from './exposure.ts';
import { occurrencesOf, type Scene } from './occurrences.ts';
import { plantsOf } from './plants.ts';
import { matchReport, printed, thinnedToReport } from './report-totals.ts';
import { differ } from './resolution-plants.ts';
import { rowsOf } from './rows.ts';
import type { CaseRow } from './case-row.ts';

/** The city as the cases see it. It stays the same when cases are drawn again. */
export function sceneOf(seed: number, homes: readonly Home[]): Scene {
	const exposure = exposureOf(seed, homes);
	return { homes, exposure, plants: plantsOf(seed, homes, exposure) };
}

/** The case book of the city: its report's figures come out exactly. */
export function caseBookOf(seed: number, scene: Scene): CaseRow[] {
	const random = new Random(seed, 'case-book');
	const drafts = draftsMeetingReport(seed, scene);
	const differing = new Set(scene.plants.resolution.map(({ township }) => township));
	matchReport(random, drafts, (township) => differing.has(township));
	return rowsOf(random, drafts);
}

/** More cases than the report counts, thinned to its number; drawn anew from a higher level if chance gave too few. */
function draftsMeetingReport(seed: number, scene: Scene): Draft[] {
	for (let surplus = 1.05; ; surplus += 0.03) {
		const random = new Random(seed, 'cases', surplus.toFixed(2));
		const drafts = draftsOf(random, scene, asShipped, printed.handled * surplus);
		const thinned = thinnedToReport(random, drafts);
		if (thinned) return thinned;
	}
}

/**
 * Cases drawn again on the same map: other chance, the same hidden truths (or, as `contents` say, without them). Totals
 * vary about those of the report. For measuring how often a method finds what is there, and what is not.
 */
export function redrawnCases(seed: number, scene: Scene, contents: Contents): CaseRow[] {
	const random = new Random(seed, 'redraw');
	return rowsOf(random, draftsOf(random, scene, contents, printed.handled));
}

function draftsOf(random: Random, scene: Scene, contents: Contents, expected: number): Draft[] {
	const { homes, plants } = scene;
	const drafts = occurrencesOf(random, scene, contents, expected)
		.map((occurrence) => draftOf(random, homes, occurrence))
		.filter(isEntered);
	if (contents.plants) differ(random, drafts, plants.resolution);
	return drafts;
}
