/** Random numbers that are the same on every run (mulberry32). */
export interface Random {
	/** 0 … below − 1 */
	below(limit: number): number;
	one<T>(list: readonly T[]): T;
	some<T>(list: readonly T[], count: number): T[];
}

export function seeded(seed: number): Random {
	let state = seed;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
	};
	const below = (limit: number): number => Math.floor(next() * limit);
	const one = <T>(list: readonly T[]): T => {
		const found = list[below(list.length)];
		if (found === undefined) throw new RangeError('Nothing to choose from.');
		return found;
	};
	const some = <T>(list: readonly T[], count: number): T[] => {
		const chosen = new Set<T>();
		while (chosen.size < Math.min(count, list.length)) chosen.add(one(list));
		return [...chosen];
	};
	return { below, one, some };
}
