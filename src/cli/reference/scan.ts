import * as v from 'valibot';
import { planarPlaces } from '#lib/stats/places.ts';
import { spaceTimeScan, type Scan } from '#lib/stats/space-time-scan.ts';
import type { Allowed, Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.number());
const Cells = v.union([Numbers, v.array(Numbers)]);
const Inputs = v.object({
	ids: v.array(v.string()),
	x: Numbers,
	y: Numbers,
	metric: v.literal('euclidean'),
	cases: Cells,
	expected: Cells,
	population: Numbers,
	times: v.nullable(v.array(v.union([v.string(), v.number()]))),
	max_population_fraction: v.number(),
	max_window_length: v.nullable(v.number()),
	prospective: v.nullable(v.boolean())
});
const Tolerance = v.object({ llr_rel: v.number(), rr_rel: v.number() });
const Cluster = v.looseObject({ ids: v.array(v.string()), p: v.number() });
const Expected = v.looseObject({ clusters: v.array(Cluster), nsim: v.number() });
const Found = v.object({
	llr: v.number(),
	ids: v.array(v.string()),
	cases: v.number(),
	expected: v.number()
});
/** Random redraws, the same number for every case. */
const DRAWS = 9999;

type Inputs = v.InferOutput<typeof Inputs>;

/** Scans of space alone, of space and time, and prospective ones. */
export function scan(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const inputs = v.parse(Inputs, one.inputs);
	const { llr_rel, rr_rel } = v.parse(Tolerance, one.tolerance);
	const { clusters, nsim } = v.parse(Expected, one.expected);
	const ours = scanOf(inputs, clusters.length);
	const fewest = Math.min(nsim, DRAWS);
	/** `max(0.003,4*sqrt(p(1-p)/min(nsim)))` */
	const likely = (p: number): Allowed => ({
		abs: Math.max(0.003, 4 * Math.sqrt((p * (1 - p)) / fewest))
	});
	for (const [key, expected] of Object.entries(one.expected)) {
		if (key === 'clusters') {
			comparison.same('clusters.length', ours.clusters.length, clusters.length);
			clusters.forEach((cluster, i) => {
				compareCluster(i, ours, cluster, inputs, { llr_rel, rr_rel }, likely, comparison);
			});
		} else if (key === 'nsim') comparison.holds(key, fewest > 0, 'enters the tolerance of p');
		else if (key === 'n_windows_positive') comparison.same(key, ours.positive, expected);
		else if (key === 'llr_critical') {
			// A quantile of theirs is one of ours when as few redraws reach it, as near as p must be.
			for (const [name, value] of Object.entries(
				v.parse(v.record(v.string(), v.number()), expected)
			)) {
				const level = Number(`0.${name.slice(1)}`);
				const reached = ours.greatest.filter((ratio) => ratio >= value).length / DRAWS;
				comparison.close(`${key}.${name}`, reached, level, likely(level));
			}
		} else if (key === 'spatialepi') {
			const theirs = v.parse(Found, expected);
			const first = ours.clusters[0];
			comparison.close(`${key}.llr`, first?.ratio, theirs.llr, { rel: llr_rel });
			comparison.close(`${key}.expected`, first?.expected, theirs.expected, { rel: rr_rel });
			comparison.same(`${key}.cases`, first?.cases, theirs.cases);
			comparison.same(`${key}.ids`, setOf(idsOf(first?.areas, inputs)), setOf(theirs.ids));
		}
	}
}

function scanOf(inputs: Inputs, most: number): Scan {
	const found = spaceTimeScan({
		places: planarPlaces(inputs.x, inputs.y),
		population: inputs.population,
		cases: inputs.cases.flat(),
		expected: inputs.expected.flat(),
		share: inputs.max_population_fraction,
		periods: inputs.times?.length ?? 1,
		longest: inputs.max_window_length ?? 1,
		isProspective: inputs.prospective ?? false,
		draws: DRAWS,
		seed: 42,
		most
	});
	if (!found) throw new Error('A scan that nobody stops has an answer.');
	return found;
}

const setOf = (ids: readonly string[]): string[] => [...ids].sort();

/** Areas of nobody are left out: they change neither cases nor expected, so that either set is right. */
function idsOf(areas: Int32Array | undefined, { ids, population }: Inputs): string[] {
	return Array.from(areas ?? []).flatMap((area) => (population[area] ? (ids[area] ?? []) : []));
}

function compareCluster(
	i: number,
	{ clusters }: Scan,
	expected: v.InferOutput<typeof Cluster>,
	inputs: Inputs,
	{ llr_rel, rr_rel }: v.InferOutput<typeof Tolerance>,
	likely: (p: number) => Allowed,
	comparison: Comparison
): void {
	const ours = clusters[i];
	const timeOf = (period = -1) => inputs.times?.[period];
	const nobody = new Set(inputs.ids.filter((_, area) => inputs.population[area] === 0));
	const theirs = setOf(expected.ids.filter((id) => !nobody.has(id)));
	const numbers: Readonly<Record<string, readonly [number | undefined, Allowed]>> = {
		cases: [ours?.cases, {}],
		expected: [ours?.expected, { rel: rr_rel }],
		relative_risk: [ours?.relativeRisk, { rel: rr_rel }],
		llr: [ours?.ratio, { rel: llr_rel }],
		p: [ours?.p, likely(expected.p)]
	};
	const isSameCentre = inputs.ids[ours?.centre ?? -1] === expected['centre'];
	for (const [key, value] of Object.entries(expected)) {
		const at = `clusters.${String(i)}.${key}`;
		const [number, allowed] = numbers[key] ?? [];
		if (allowed) comparison.close(at, number, value, allowed);
		else if (key === 'ids') comparison.same(at, setOf(idsOf(ours?.areas, inputs)), theirs);
		else if (key === 'centre') {
			// Two centres may give the same areas: then either is right.
			const isMember = ours?.areas.includes(ours.centre) ?? false;
			comparison.holds(at, isMember, 'a member of the cluster');
		} else if (key === 'radius') {
			if (isSameCentre) comparison.close(at, ours?.radius, value, { rel: rr_rel, abs: rr_rel });
			else comparison.holds(at, (ours?.radius ?? -1) >= 0, 'of another centre');
		} else if (key === 'start') comparison.same(at, timeOf(ours?.first), value);
		else if (key === 'end') comparison.same(at, timeOf(ours?.last), value);
		else comparison.holds(at, false, 'unknown entry');
	}
}
