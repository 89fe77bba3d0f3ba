import { daysBefore, isInData, typesOf, type Against } from './against.ts';
import type { AreaTree } from './area.ts';
import type { Cut, FacetPick } from './cut.ts';
import type { Dataset } from './dataset-index.ts';
import { NOT_STATED } from './facet.ts';
import { runsOf, type Hierarchy } from './hierarchy.ts';
import type { Days } from './period-text.ts';

/** 1 where a position belongs to a set. */
export type Members = Uint8Array;

/** One of the two sets of cases that are compared, beside the conditions that both meet. */
export interface Side {
	readonly span: Days;
	/** By position of areas. */
	readonly areas: Members;
	/** By position of types, those that state none last; undefined where types are not compared. */
	readonly types: Members | undefined;
}

/** Two sets of cases that share none. */
export interface Sides {
	readonly own: Side;
	readonly other: Side;
	/** The side that was left only what the other one is not: of a city and one of its townships, the rest of the city. */
	readonly rest: 'own' | 'other' | undefined;
}

/** Why there is nothing to compare: no data as long ago, or both sides are the same cases. */
export type NoSides = 'no-data' | 'same';

/**
 * The two sides of a comparison. Where one lies in the other, the larger one loses what both hold, so that no case is
 * compared with itself; of sides that overlap otherwise the one that is compared with loses it.
 */
export function sidesOf(dataset: Dataset, cut: Cut, against: Against): Sides | NoSides {
	const { areas } = dataset;
	const own: Side = { span: cut.span, areas: ownAreas(dataset, cut), types: undefined };
	if (!('code' in against)) {
		const span = daysBefore(cut.span, against.by);
		if (!isInData(dataset, span)) return 'no-data';
		return { own, other: { ...own, span }, rest: undefined };
	}
	if (against.by === 'area') {
		const split = apart(own.areas, membersOf(areas, areas.codes.length, [against.code]));
		if (!split) return 'same';
		return {
			own: { ...own, areas: split.own },
			other: { ...own, areas: split.other },
			rest: split.rest
		};
	}
	const tree = dataset.codes['type'];
	const size = typesOf(dataset).length;
	if (!tree || size === 0) return 'same';
	const split = apart(picked(tree, size, cut.picks['type']), membersOf(tree, size, [against.code]));
	if (!split) return 'same';
	return {
		own: { ...own, types: split.own },
		other: { ...own, types: split.other },
		rest: split.rest
	};
}

/** The first and one past the last position of each run of members. */
export function runsOfMembers(members: Members): [number, number][] {
	const runs: [number, number][] = [];
	members.forEach((is, at) => {
		if (is === 0) return;
		const last = runs.at(-1);
		if (last?.[1] === at) last[1] = at + 1;
		else runs.push([at, at + 1]);
	});
	return runs;
}

/** Residents of a set of areas; NaN where those of a part that is needed for it are not known. */
export function residentsOf(areas: AreaTree, members: Members): number {
	let sum = 0;
	for (let at = 0; at < members.length; at = areas.end[at] ?? at + 1) {
		sum += residentsInside(areas, members, at);
	}
	return sum;
}

/** Of an area that belongs to the set itself, all but what is left out; of another one only what belongs to it. */
function residentsInside(areas: AreaTree, members: Members, at: number): number {
	const end = areas.end[at] ?? at + 1;
	const inside = members.subarray(at, end);
	if (!inside.includes(1)) return 0;
	const whole = areas.population[at] ?? NaN;
	if (!inside.includes(0)) return whole;
	let [left, kept] = [0, 0];
	for (let child = at + 1; child < end; child = areas.end[child] ?? child + 1) {
		const residents = residentsInside(areas, members, child);
		kept += residents;
		const isWhole = !members.subarray(child, areas.end[child] ?? child + 1).includes(0);
		if (!isWhole) left += (areas.population[child] ?? NaN) - residents;
	}
	return members[at] === 1 ? whole - left : kept;
}

function ownAreas({ areas }: Dataset, cut: Cut): Members {
	const size = areas.codes.length;
	const inScope = membersOf(areas, size, [cut.area]);
	const chosen = picked(areas, size, cut.picks['area']);
	return inScope.map((is, at) => is & (chosen[at] ?? 0));
}

function picked(tree: Hierarchy, size: number, pick: FacetPick | undefined): Members {
	if (!pick) return new Uint8Array(size).fill(1);
	const members = membersOf(tree, size, pick.codes);
	return pick.isExcluded ? members.map((is) => 1 - is) : members;
}

function membersOf(tree: Hierarchy, size: number, codes: readonly string[]): Members {
	const members = new Uint8Array(size);
	for (const [first, end] of runsOf(tree, codes)) members.fill(1, first, end);
	if (codes.includes(NOT_STATED) && size > tree.codes.length) members[size - 1] = 1;
	return members;
}

function apart(
	own: Members,
	other: Members
): { own: Members; other: Members; rest: Sides['rest'] } | undefined {
	const without = (some: Members, those: Members): Members =>
		some.map((is, at) => is & (1 - (those[at] ?? 0)));
	const beyond = without(other, own);
	if (beyond.includes(1)) {
		const isShared = beyond.some((is, at) => is !== other[at]);
		return own.includes(1)
			? { own, other: beyond, rest: isShared ? 'other' : undefined }
			: undefined;
	}
	const left = without(own, other);
	return left.includes(1) ? { own: left, other, rest: 'own' } : undefined;
}
