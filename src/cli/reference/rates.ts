import * as v from 'valibot';
import { byarLimit } from '#lib/stats/byar.ts';
import { clopperPearsonInterval, garwoodInterval } from '#lib/stats/exact-interval.ts';
import { zOfLevel } from '#lib/stats/normal-distribution.ts';
import { wilsonInterval } from '#lib/stats/wilson.ts';
import type { Comparison } from './comparison.ts';
import type { ReferenceCase } from './reference-case.ts';

const Numbers = v.array(v.nullable(v.number()));
const Inputs = v.object({ ids: v.array(v.string()), count: Numbers, denominator: Numbers });
const Tolerance = v.object({ abs: v.number(), rel: v.number() });
const Limits = v.strictObject({ lo: v.unknown(), hi: v.unknown() });

type Interval = readonly [low: number, high: number] | undefined;

function perHead(limits: Interval, people: number): Interval {
	return limits && people > 0 ? [limits[0] / people, limits[1] / people] : undefined;
}

/** By the kind of interval: of a count among people, at a level. */
const INTERVALS: Readonly<Record<string, (x: number, n: number, level: number) => Interval>> = {
	wilson_plain: (x, n, level) => wilsonInterval(x, n, zOfLevel(level)),
	clopper_pearson: clopperPearsonInterval,
	poisson_exact: (x, n, level) => perHead(garwoodInterval(x, level), n),
	// epitools puts count + ½ into both limits, and lets the lower one fall below 0.
	poisson_byar: (x, n, level) =>
		perHead([byarLimit(x + 0.5, -zOfLevel(level)), byarLimit(x + 0.5, zOfLevel(level))], n),
	// Hmisc's own limits, where it replaces Wilson's: −log(level) ÷ n for a count of 1, and likewise for n − 1.
	wilson: (x, n, level) => {
		const plain = wilsonInterval(x, n, zOfLevel(level));
		if (!plain) return undefined;
		const own = -Math.log(level) / n;
		return [x === 1 ? own : plain[0], x === n - 1 ? 1 - own : plain[1]];
	}
};

/** Entries carry kind and level in the name: `wilson_0.95`. */
export function rates(one: ReferenceCase, _: unknown, comparison: Comparison): void {
	const { ids, count, denominator } = v.parse(Inputs, one.inputs);
	const allowed = v.parse(Tolerance, one.tolerance);
	const areas = ids.map((id, i) => ({ id, x: count[i] ?? NaN, n: denominator[i] ?? NaN }));
	for (const [key, expected] of Object.entries(one.expected)) {
		const [, kind = '', level] = /^(.*)_(0\.\d+)$/.exec(key) ?? [];
		const interval = Object.hasOwn(INTERVALS, kind) ? INTERVALS[kind] : undefined;
		if (interval) {
			const { lo, hi } = v.parse(Limits, expected);
			const ours = areas.map(({ x, n }) => (n > 0 ? interval(x, n, Number(level)) : undefined));
			const lows = ours.map((limits) => limits?.[0]);
			comparison.closeAll(`${key}.lo`, lows, lo, allowed);
			const highs = ours.map((limits) => limits?.[1]);
			comparison.closeAll(`${key}.hi`, highs, hi, allowed);
		} else if (key === 'rate') {
			const ours = areas.map(({ x, n }) => (n > 0 ? x / n : null));
			comparison.closeAll(key, ours, expected, allowed);
		} else if (key === 'hmisc_adjusted') {
			const ours = areas.filter(({ x, n }) => n > 0 && (x === 1 || x === n - 1));
			comparison.same(
				key,
				ours.map(({ id }) => id),
				expected
			);
		}
	}
}
