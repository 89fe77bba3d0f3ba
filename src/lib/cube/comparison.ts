import type { Against } from '#lib/domain/against.ts';
import { areasAt } from '#lib/domain/area.ts';
import { residentsOf, type Members, type Side, type Sides } from '#lib/domain/compared-sides.ts';
import type { Cut } from '#lib/domain/cut.ts';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import type { Indicator } from '#lib/domain/indicator.ts';
import {
	countDifference,
	differenceOf,
	judged,
	partDifference,
	type Difference,
	type Judged,
	type Part
} from './difference.ts';
import { differenceClass, sizeLimits, type SizeLimits } from './difference-classes.ts';
import { rollUp } from './roll-up.ts';

/** What one side of a comparison counts. */
export interface SideCounts {
	/** Tallies of the manifest by position of areas, each case where it is known to lie. */
	readonly areas: Readonly<Record<string, Uint32Array>>;
	/** Cases by stretch of the calendar. */
	readonly stretches: Uint32Array;
	/** Cases by position of types, those that state none last; empty where types are compared. */
	readonly types: Uint32Array;
}

export interface ComparedMeasure extends Judged {
	readonly indicator: Indicator;
}
export interface ComparedArea extends Judged {
	readonly position: number;
	/** −3 … 3; undefined where it cannot be judged. */
	readonly grade: number | undefined;
}
export interface ComparedType extends Judged {
	readonly type: number;
}

export interface Comparison {
	/** Every indicator of the two sides as wholes. */
	readonly measures: readonly ComparedMeasure[];
	/** Of the indicator that is shown, by area that is drawn; none where areas are compared. */
	readonly areas: readonly ComparedArea[];
	/** Whether an area is judged by its mix of the two types, against the rest of the open area. */
	readonly isMix: boolean;
	readonly limits: SizeLimits;
	/** The main types, the commonest first; none where types are compared. */
	readonly types: readonly ComparedType[];
	/** Days of both sides. */
	readonly days: readonly [number, number];
	/** Residents of both sides; NaN where they are not known. */
	readonly residents: readonly [number, number];
}

type Pair<T> = readonly [own: T, other: T];

export function comparisonOf(
	dataset: Dataset,
	cut: Cut,
	against: Against,
	sides: Sides,
	counts: Pair<SideCounts>
): Comparison {
	const { areas, index } = dataset;
	const both: Pair<Side> = [sides.own, sides.other];
	const days = pair(both, ({ span }) => span.last - span.first + 1);
	const residents = pair(both, (side) => residentsOf(areas, side.areas));
	const { indicators } = index.manifest;
	const isOfPlaces = against.by === 'area';
	const measures = judged(
		indicators.map((indicator) => {
			const [own, other] = both.map((side, i) => {
				const tally = (id: string): number => sumOf(counts[i]?.areas[id], side.areas);
				return partOf(indicator, tally, residents[i] ?? NaN, days[i] ?? NaN, isOfPlaces);
			});
			return { ...differenceOf(indicator, own ?? NOTHING, other ?? NOTHING), indicator };
		})
	);
	const indicator = indicators.find(({ id }) => id === cut.indicator) ?? indicators[0];
	const isMix = against.by === 'type' && indicator?.kind !== 'share';
	const drawn =
		!indicator || against.by === 'area'
			? []
			: judged(areaDifferences(dataset, cut, indicator, isMix, counts, days));
	const limits = sizeLimits(drawn, isMix || indicator?.kind === 'share' ? 'points' : 'ratio');
	return {
		measures,
		areas: drawn.map((one) => ({ ...one, grade: differenceClass(one, limits) })),
		isMix,
		limits,
		types: typeDifferences(dataset, against, counts, days),
		days,
		residents
	};
}

const NOTHING: Part = { count: 0, of: NaN, exposure: NaN };

function partOf(
	indicator: Indicator,
	tally: (id: string) => number,
	residents: number,
	days: number,
	isOfPlaces: boolean
): Part {
	const of = indicator.kind === 'share' ? tally(indicator.denominator) : residents;
	// Numbers of cases in places of unlike size say who is larger: they are compared by residents too.
	const isByResident = indicator.kind === 'rate' || isOfPlaces;
	return {
		count: tally(indicator.numerator),
		of,
		exposure: isByResident ? residents * days : days
	};
}

function areaDifferences(
	{ areas, index }: Dataset,
	cut: Cut,
	indicator: Indicator,
	isMix: boolean,
	counts: Pair<SideCounts>,
	days: Pair<number>
): (Difference & { position: number })[] {
	const rolled = pair(counts, (side) =>
		Object.fromEntries(
			Object.entries(side.areas).map(([id, own]) => [id, rollUp(own, areas.end)] as const)
		)
	);
	const scope = areas.position.get(cut.area) ?? 0;
	const level = index.manifest.levels.findIndex(({ id }) => id === cut.level);
	const at = (side: 0 | 1, id: string, position: number): number =>
		rolled[side][id]?.[position] ?? 0;
	return areasAt(areas, level, scope).map((position) => {
		if (isMix) {
			const id = indicator.numerator;
			const [a, b] = [at(0, id, position), at(1, id, position)];
			const [ofOwn, ofOther] = [at(0, id, scope), at(1, id, scope)];
			return { ...partDifference(a, a + b, ofOwn - a, ofOwn - a + ofOther - b), position };
		}
		const side = (which: 0 | 1): Part =>
			partOf(
				indicator,
				(id) => at(which, id, position),
				areas.population[position] ?? NaN,
				days[which],
				false
			);
		return { ...differenceOf(indicator, side(0), side(1)), position };
	});
}

/** Main types with all that they hold: counts of two periods, or shares of two places. */
function typeDifferences(
	dataset: Dataset,
	against: Against,
	counts: Pair<SideCounts>,
	days: Pair<number>
): ComparedType[] {
	const tree = dataset.codes['type'];
	if (!tree || counts[0].types.length === 0) return [];
	const rolled = pair(counts, ({ types }) => rollUp(types.slice(0, tree.codes.length), tree.end));
	const all = pair(counts, ({ types }) => types.reduce((sum, n) => sum + n, 0));
	const main = tree.codes.flatMap((_, type) => (tree.parent[type] === -1 ? [type] : []));
	const found = main.map((type) => {
		const [a, b] = [rolled[0][type] ?? 0, rolled[1][type] ?? 0];
		const difference =
			against.by === 'area' ? partDifference(a, all[0], b, all[1]) : countDifference([a, b], days);
		return { ...difference, type };
	});
	return judged(found)
		.filter(({ own, other }) => own.numerator + other.numerator > 0)
		.sort(
			(x, y) =>
				y.own.numerator + y.other.numerator - x.own.numerator - x.other.numerator || x.type - y.type
		);
}

function sumOf(counts: Uint32Array | undefined, members: Members): number {
	return counts?.reduce((sum, n, at) => sum + n * (members[at] ?? 0), 0) ?? 0;
}

function pair<T, U>([own, other]: Pair<T>, of: (one: T) => U): Pair<U> {
	return [of(own), of(other)];
}
