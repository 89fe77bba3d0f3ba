import { isAllowed } from './forbidden.ts';
import type { TownshipKind } from './settlements.ts';

/** 99 is no province; the demo city can never be mistaken for a real code. */
export const cityCode = '990100000000';

const firstOfKind: Record<TownshipKind, number> = { street: 1, town: 100, township: 200 };

export function countyCode(county: number): string {
	return `9901${padded(county + 1, 2)}000000`;
}

/** Township codes of one county-level area, in the order of the kinds given. */
export function townshipCodes(county: number, kinds: readonly TownshipKind[]): string[] {
	const next = { ...firstOfKind };
	const codeOf = (kind: TownshipKind): string => {
		const code = `${countyCode(county).slice(0, 6)}${padded(next[kind], 3)}000`;
		next[kind] += 1;
		return isAllowed(code) ? code : codeOf(kind);
	};
	return kinds.map(codeOf);
}

export function villageCode(township: string, rank: number): string {
	return township.slice(0, 9) + padded(rank + 1, 3);
}

function padded(number: number, width: number): string {
	return String(number).padStart(width, '0');
}
