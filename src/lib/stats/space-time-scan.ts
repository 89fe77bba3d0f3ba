import { aliasTable, drawCounts } from './alias-table.ts';
import { gumbelTail } from './gumbel.ts';
import type { Places } from './places.ts';
import { bestWindows, membersOf, separateZones } from './scan-clusters.ts';
import { ScanCounts } from './scan-counts.ts';
import { ExpectedLimits } from './scan-ratio.ts';
import { ScanSearch } from './scan-search.ts';
import { scanWindows, type ScanWindows } from './scan-windows.ts';
import { scanZones } from './scan-zones.ts';
import { seededRandom } from './seeded-random.ts';
import { checkAmounts, checkWithin, StatsError } from './stats-error.ts';

export interface ScanQuestion {
	/** Of n areas, each with two coordinates. */
	readonly places: Places;
	/** By area, as a mean over the periods: what a circle may hold is a share of it. */
	readonly population: ArrayLike<number>;
	/** Whole numbers, n × periods, area by area. */
	readonly cases: ArrayLike<number>;
	/** In the same order, in any unit: they are scaled so that there are as many as cases. Adjust them for what is known. */
	readonly expected: ArrayLike<number>;
	/** 1, a scan of space alone, where it is left out. */
	readonly periods?: number;
	/** Periods that a window may last; all where it is left out. */
	readonly longest?: number;
	/** Only windows that last until the last period. */
	readonly isProspective?: boolean;
	/** Of the population that a circle may hold: ½ where it is left out. */
	readonly share?: number;
	/** Random redraws of the cases: 999 where it is left out. */
	readonly draws?: number;
	readonly seed: number;
	/** Clusters that are told at most: 10 where it is left out. */
	readonly most?: number;
	readonly onProgress?: (done: number, draws: number) => void;
	/** Asked before each redraw. */
	readonly shouldStop?: () => boolean;
}

export interface ScanCluster {
	/** Nearest to the centre first. */
	readonly areas: Int32Array;
	readonly centre: number;
	/** In the unit of the places: how far the farthest area is. */
	readonly radius: number;
	/** Its periods, both included, counted from 0. */
	readonly first: number;
	readonly last: number;
	readonly cases: number;
	readonly expected: number;
	/** Cases for each one expected, inside ÷ outside; undefined where there are none outside. */
	readonly relativeRisk: number | undefined;
	/** Natural logarithm of the likelihood ratio. */
	readonly ratio: number;
	/** (1 + redraws whose greatest ratio is as great) ÷ (redraws + 1): never below 1 ÷ (redraws + 1). */
	readonly p: number;
	/** From a Gumbel distribution of the redraws' greatest ratios: for what lies below the smallest p. */
	readonly gumbelP: number;
	/** How many periods pass until chance alone shows one as strong, where a scan is made each period: 1 ÷ p. */
	readonly recurrence: number;
}

export interface Scan {
	readonly clusters: readonly ScanCluster[];
	/** Windows looked at; a set of areas that several centres give counts once. */
	readonly windows: number;
	/** Windows with more cases than expected, as often as centres give them. */
	readonly positive: number;
	/** The greatest ratio of each redraw. Empty where there is nothing to judge: no cases, or no window. */
	readonly greatest: Float64Array;
}

/** Ratios of redraws that differ by less than this share are the same: windows add up in different orders. */
const TIE = 1e-9;

/**
 * Kulldorff's scan for clusters of high rates, discrete Poisson: circles over space, cylinders over space and time. Cases are
 * drawn anew, all of them, over areas and periods by what is expected there.
 *
 * Undefined if `shouldStop` said so. Areas of nobody may be members, and change nothing. No cases or no window: no clusters.
 * Throws StatsError where a number is missing, negative, of another length or (cases) not whole, where a place has no coordinates
 * (`place-missing`), and where there are cases and none are expected (`cases-without-expected`).
 *
 * M. Kulldorff, Communications in Statistics 26 (1997), and "Prospective time periodic geographical disease surveillance
 * using a scan statistic", JRSS A 164 (2001). Agrees with SpatialEpi of R where that can do the same.
 */
export function spaceTimeScan(question: ScanQuestion): Scan | undefined {
	const { places, population, share = 0.5, periods = 1, most = 10, draws = 999 } = question;
	const { longest = periods, isProspective = false } = question;
	checkWithin('periods', periods, 1);
	checkWithin('longest', longest, 1, periods);
	checkWithin('draws', draws, 0);
	const { cases, expected, all } = checkedCells(question, places.size * periods);
	const zones = scanZones(places, population, share);
	const windows = scanWindows(zones, expected, periods, longest, isProspective);
	const counts = new ScanCounts(windows);
	counts.fill(cases);
	const limits = new ExpectedLimits(all);
	const best = bestWindows(windows, counts, limits, all);
	const found = separateZones(windows, best.ratio, most);
	const isIdle = found.length === 0;
	const greatest = isIdle
		? new Float64Array(0)
		: redrawn(question, windows, expected, all, draws, limits);
	if (!greatest) return undefined;
	const clusters = found.map((one): ScanCluster => {
		const at = (values: ArrayLike<number>): number => values[one.zone] ?? NaN;
		const [ratio, inside, few] = [at(best.ratio), at(best.cases), at(best.expected)];
		const asGreat = greatest.reduce((sum, other) => sum + Number(other >= ratio * (1 - TIE)), 0);
		const p = (1 + asGreat) / (greatest.length + 1);
		return {
			areas: membersOf(zones, one),
			centre: one.centre,
			radius: at(zones.radius),
			first: at(best.from),
			last: at(best.to) - 1,
			cases: inside,
			expected: few,
			relativeRisk: inside < all ? inside / few / ((all - inside) / (all - few)) : undefined,
			ratio,
			p,
			gumbelP: gumbelTail(greatest, ratio),
			recurrence: 1 / p
		};
	});
	return { clusters, windows: windows.count, positive: best.positive, greatest };
}

function checkedCells(
	{ cases, expected }: ScanQuestion,
	cells: number
): { cases: Int32Array; expected: Float64Array; all: number } {
	checkAmounts('cases', cases, cells);
	checkAmounts('expected', expected, cells);
	const whole = Int32Array.from(cases);
	const broken = whole.findIndex((count, i) => count !== cases[i]);
	if (broken >= 0) throw new StatsError('out-of-range', 'cases', broken);
	const without = whole.findIndex((count, i) => count > 0 && expected[i] === 0);
	if (without >= 0) throw new StatsError('cases-without-expected', 'expected', without);
	const all = whole.reduce((sum, count) => sum + count, 0);
	const sum = Array.from(expected).reduce((total, one) => total + one, 0);
	const scale = sum > 0 ? all / sum : 0;
	return { cases: whole, expected: Float64Array.from(expected, (one) => one * scale), all };
}

/** The greatest ratio of each redraw. Undefined if stopped. */
function redrawn(
	{ seed, onProgress, shouldStop }: ScanQuestion,
	windows: ScanWindows,
	expected: Float64Array,
	all: number,
	draws: number,
	limits: ExpectedLimits
): Float64Array | undefined {
	const table = aliasTable(expected);
	const draw = seededRandom(seed);
	const counts = new ScanCounts(windows);
	const drawn = new Int32Array(expected.length);
	const search = new ScanSearch(windows, limits, all);
	const greatest = new Float64Array(draws);
	for (let i = 0; i < draws; i++) {
		if (shouldStop?.()) return undefined;
		drawCounts(table, all, draw, drawn);
		counts.fill(drawn);
		greatest[i] = search.greatest(counts);
		onProgress?.(i + 1, draws);
	}
	return greatest;
}
