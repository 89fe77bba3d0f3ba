import { isAllowed } from './forbidden.ts';
import type { TownshipKind } from './settlement/settlements.ts';

/** 99 is no province; the demo city can never be mistaken for a real code. */
export const cityCode = '990100000000';

/** Development zones are numbered from 71 on, among the county-level units. */
export const zoneCode = '990171000000';

const firstOfKind: Record<TownshipKind, number> = { street: 1, town: 100, township: 200 };

export function countyCode(county: number): string {
	return `9901${padded(county + 1, 2)}000000`;
}

/** Township codes of one county-level area, in the order of the kinds given. */
export function townshipCodes(county: number, kinds: readonly TownshipKind[]): string[] {
	const next = { ...firstOfKind };
	return kinds.map((kind) =>
		nextAllowed(next, kind, (number) => `${countyCode(county).slice(0, 6)}${padded(number, 3)}000`)
	);
}

/** Codes in one township, in the order given: communities from 001, villages from 200. */
export function villageCodes(township: string, areCommunities: readonly boolean[]): string[] {
	const next = { community: 1, village: 200 };
	return areCommunities.map((isCommunity) =>
		nextAllowed(
			next,
			isCommunity ? 'community' : 'village',
			(number) => township.slice(0, 9) + padded(number, 3)
		)
	);
}

function nextAllowed<K extends string>(
	next: Record<K, number>,
	kind: K,
	codeOf: (number: number) => string
): string {
	const code = codeOf(next[kind]);
	next[kind] += 1;
	return isAllowed(code) ? code : nextAllowed(next, kind, codeOf);
}

function padded(number: number, width: number): string {
	return String(number).padStart(width, '0');
}
