import { byarInterval } from '#lib/stats/byar.ts';
import { contiguity, type Rings } from '#lib/stats/contiguity.ts';
import { discoveryThreshold } from '#lib/stats/discovery-threshold.ts';
import { nearestNeighbours } from '#lib/stats/distance-neighbours.ts';
import { standardisedRates } from '#lib/stats/eb-moran.ts';
import { localTest } from '#lib/stats/local-test.ts';
import { hasRate } from '#lib/stats/marshall.ts';
import { earthPlaces } from '#lib/stats/places.ts';
import { amongKept, weightsOf } from '#lib/stats/spatial-weights.ts';
import type {
	Check,
	Cluster,
	HotspotArea,
	HotspotRequest,
	HotspotResult,
	Scale
} from './hotspot-request.ts';

/** Shares of false findings for grades 3, 2 and 1. */
const Q = [0.01, 0.05, 0.1] as const;
const NEAREST = 6;
/** With fewer areas there are too few orders of their values for any to be rare. */
const FEWEST = 8;

type Lists = readonly (readonly number[])[];

/** What one run of the test says, by area of its scale. */
interface Run {
	readonly grades: readonly HotspotArea['grade'][];
	readonly p: Float64Array;
	readonly draws: Int32Array;
	readonly values: Float64Array;
}

/**
 * Places where rates lie together, high or low, beyond chance, as clusters of neighbouring areas.
 *
 * Each area's rate is measured in its own standard errors (`standardisedRates`), neighbours share at least a point of their
 * borders, and the neighbours' sum is tested by permutation (`localTest`: for neighbours of equal weight Gi* and local
 * Moran's I have the same p). Findings are those that survive Benjamini and Hochberg over all areas; a cluster is a
 * connected group of findings on one side at 5 % that lie on that side themselves, and whose cases together differ from the
 * expected (Byar's 95 % interval): a few cases among quiet neighbours are coloured, but nothing is said of them. With `moran`
 * an area on the other side than its neighbours is `unlike` them.
 *
 * Areas without residents take no part; islands are not tested. Seeded: the same request has the same result.
 *
 * @param rings by area of `main`, and of `other`
 */
export function hotspotsOf(
	request: Omit<HotspotRequest, 'topology'>,
	rings: { readonly main: readonly Rings[]; readonly other: readonly Rings[] | undefined },
	onProgress: (done: number, total: number) => void = () => undefined
): HotspotResult {
	const { main, other, overlap, withoutCampaigns, method, seed } = request;
	const nothing = whyNothing(main);
	if (nothing) {
		return { areas: main.codes.map(() => undefined), clusters: [], tested: 0, nothing };
	}
	const borders = contiguity(rings.main);
	const nearest = nearestNeighbours(earthPlaces(main.lon, main.lat), NEAREST);
	const runs: [Check | 'main', () => Run | undefined][] = [
		['main', () => runOf(main, borders.queen, seed)],
		['rook', () => runOf(main, borders.rook, seed)],
		['nearest', () => runOf(main, nearest, seed)],
		['raw', () => runOf(main, borders.queen, seed, true)]
	];
	if (other && rings.other) {
		const around = contiguity(rings.other).queen;
		runs.push(['other_level', () => runOf(other, around, seed)]);
	}
	if (withoutCampaigns) {
		runs.push([
			'no_campaigns',
			() => runOf({ ...main, counts: withoutCampaigns }, borders.queen, seed)
		]);
	}
	const made = new Map<Check | 'main', Run | undefined>();
	runs.forEach(([name, make], i) => {
		made.set(name, make());
		onProgress(i + 1, runs.length);
	});
	const first = made.get('main');
	if (!first) {
		return {
			areas: main.codes.map(() => undefined),
			clusters: [],
			tested: 0,
			nothing: 'all_equal'
		};
	}
	const rate = overallRate(main);
	const mean = meanOf(first.values);
	const areas = main.codes.map((_, i): HotspotArea | undefined =>
		hasRate(main.counts[i] ?? NaN, main.population[i] ?? NaN)
			? areaOf(first, i, mean, rate * (main.population[i] ?? NaN), method)
			: undefined
	);
	const sides = areas.map((area, i) => {
		const side = Math.abs(area?.grade ?? 0) >= 2 ? Math.sign(area?.grade ?? 0) : 0;
		// What is said of a cluster is said of its own cases: a quiet area among busy ones is no part of it.
		return Math.sign((first.values[i] ?? NaN) - mean) === side ? side : 0;
	});
	const clusters = groups(borders.queen, sides).map((group): Cluster => {
		const side = sides[group[0] ?? -1] ?? 0;
		const cluster = figuresOf(group, side, main, areas);
		const stands: Partial<Record<Check, boolean>> = {};
		for (const [name, run] of made) {
			if (name === 'main') continue;
			const again = (i: number): boolean => {
				const seen = name === 'other_level' ? (overlap[i] ?? []) : [i];
				return seen.some((at) => {
					const grade = run?.grades[at] ?? 0;
					return Math.sign(grade) === side && Math.abs(grade) >= 2;
				});
			};
			stands[name] = 2 * group.filter(again).length >= group.length;
		}
		return { ...cluster, stands };
	});
	const told = clusters.filter(({ isHigh, low, high }) => (isHigh ? low > 1 : high < 1));
	told.sort((a, b) => Math.abs(b.cases - b.expected) - Math.abs(a.cases - a.expected));
	return {
		areas,
		clusters: told,
		tested: first.p.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : 1), 0),
		nothing: undefined
	};
}

function whyNothing({ counts, population }: Scale): HotspotResult['nothing'] {
	const known = Array.from(counts.keys()).filter((i) =>
		hasRate(counts[i] ?? NaN, population[i] ?? NaN)
	);
	if (known.length < FEWEST) return 'too_few_areas';
	return known.some((i) => (counts[i] ?? 0) > 0) ? undefined : 'no_cases';
}

function overallRate({ counts, population }: Scale): number {
	let [cases, people] = [0, 0];
	counts.forEach((count, i) => {
		const residents = population[i] ?? NaN;
		if (!hasRate(count, residents)) return;
		cases += count;
		people += residents;
	});
	return cases / people;
}

/** Undefined where too few areas have a rate, there is no case, or all rates are equal. */
function runOf(scale: Scale, neighbours: Lists, seed: number, isRaw = false): Run | undefined {
	const { counts, population } = scale;
	if (whyNothing(scale)) return undefined;
	const rates = isRaw
		? counts.map((count, i) => count / (population[i] ?? NaN))
		: standardisedRates(counts, population);
	const kept = Array.from(rates.keys()).filter((i) => Number.isFinite(rates[i]));
	const values = Float64Array.from(kept, (i) => rates[i] ?? NaN);
	if (values.every((value) => value === values[0])) return undefined;
	const test = localTest(values, weightsOf(amongKept(neighbours, kept), 'row'), { seed });
	const limits = Q.map((q) => discoveryThreshold(test.p, q));
	const [p, draws] = [new Float64Array(counts.length).fill(NaN), new Int32Array(counts.length)];
	const grades = Array.from(counts, (): HotspotArea['grade'] => 0);
	kept.forEach((area, i) => {
		const own = test.p[i] ?? NaN;
		p[area] = own;
		draws[area] = test.draws[i] ?? 0;
		const at = limits.findIndex((limit) => own <= limit);
		if (at < 0) return;
		const isHigh = (test.asHigh[i] ?? 0) < (test.asLow[i] ?? 0);
		const size = (3 - at) as 1 | 2 | 3;
		grades[area] = isHigh ? size : (-size as -1 | -2 | -3);
	});
	return { grades, p, draws, values: rates };
}

function areaOf(
	run: Run,
	i: number,
	mean: number,
	expected: number,
	method: HotspotRequest['method']
): HotspotArea {
	const p = run.p[i] ?? NaN;
	const grade = run.grades[i] ?? 0;
	const isHigh = (run.values[i] ?? NaN) > mean;
	const isUnlike = method === 'moran' && grade !== 0 && isHigh !== grade > 0;
	const unlike = isUnlike && Math.abs(grade) >= 2 ? (isHigh ? 'high-low' : 'low-high') : undefined;
	return {
		grade: isUnlike ? 0 : grade,
		unlike,
		p: Number.isNaN(p) ? undefined : p,
		draws: run.draws[i] ?? 0,
		expected
	};
}

function meanOf(values: Float64Array): number {
	const known = values.filter(Number.isFinite);
	return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/** Connected groups of areas on the same side, 1 or −1. */
function groups(neighbours: Lists, sides: readonly number[]): number[][] {
	const seen = new Set<number>();
	const found: number[][] = [];
	sides.forEach((side, start) => {
		if (side === 0 || seen.has(start)) return;
		const group: number[] = [];
		const open = [start];
		seen.add(start);
		for (let at = open.pop(); at !== undefined; at = open.pop()) {
			group.push(at);
			for (const next of neighbours[at] ?? []) {
				if (sides[next] !== side || seen.has(next)) continue;
				seen.add(next);
				open.push(next);
			}
		}
		found.push(group);
	});
	return found;
}

function figuresOf(
	group: readonly number[],
	side: number,
	{ counts }: Scale,
	areas: readonly (HotspotArea | undefined)[]
): Omit<Cluster, 'stands'> {
	const apart = (i: number): number => side * ((counts[i] ?? 0) - (areas[i]?.expected ?? 0));
	const ordered = [...group].sort((a, b) => apart(b) - apart(a) || a - b);
	const cases = group.reduce((sum, i) => sum + (counts[i] ?? 0), 0);
	const expected = group.reduce((sum, i) => sum + (areas[i]?.expected ?? 0), 0);
	const [low = NaN, high = NaN] = byarInterval(cases)?.map((limit) => limit / expected) ?? [];
	let surest = areas[group[0] ?? -1];
	for (const i of group) if ((areas[i]?.p ?? 1) < (surest?.p ?? 1)) surest = areas[i];
	return {
		isHigh: side > 0,
		areas: ordered,
		cases,
		expected,
		ratio: cases / expected,
		low,
		high,
		p: surest?.p ?? NaN,
		draws: surest?.draws ?? 0
	};
}
