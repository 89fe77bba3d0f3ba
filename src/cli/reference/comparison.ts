/** How closely a number must agree: within `abs`, or within `rel` of the expected one. What is left out is 0. */
export interface Allowed {
	readonly abs?: number;
	readonly rel?: number;
}

export interface Difference {
	readonly key: string;
	readonly ours: unknown;
	readonly expected: unknown;
}

/** More differences than anybody reads. */
const MOST = 20;

/** Collects what was compared. A case that compared nothing, or left an expected entry unread, has not passed. */
export class Comparison {
	readonly #unread: Set<string>;
	readonly differences: Difference[] = [];
	#compared = 0;
	#maxError = 0;
	#failed = 0;

	/** @param expected the expected entries: each of its keys must be compared */
	constructor(expected: Readonly<Record<string, unknown>>) {
		this.#unread = new Set(Object.keys(expected));
	}

	get pass(): boolean {
		return this.#compared > 0 && this.#failed === 0 && this.#unread.size === 0;
	}
	/** Expected entries that no comparison has read. */
	get unread(): readonly string[] {
		return [...this.#unread];
	}
	/** The largest error among compared numbers: of its absolute and its relative error the smaller. */
	get maxError(): number {
		return this.#maxError;
	}

	/** A number; null where there is none. `key` begins with the expected entry's name, parts by dots. */
	close(key: string, ours: number | null | undefined, expected: unknown, allowed: Allowed): void {
		this.#read(key);
		if (expected === null || expected === undefined) {
			this.#settle(key, (ours ?? null) === null, ours, expected);
			return;
		}
		if (typeof expected !== 'number' || typeof ours !== 'number' || !Number.isFinite(ours)) {
			this.#settle(key, false, ours, expected);
			return;
		}
		const absolute = Math.abs(ours - expected);
		const relative = expected === 0 ? Infinity : absolute / Math.abs(expected);
		this.#maxError = Math.max(this.#maxError, Math.min(absolute, relative));
		const { abs = 0, rel = 0 } = allowed;
		this.#settle(key, absolute <= abs || relative <= rel, ours, expected);
	}

	/** Numbers in the same order. */
	closeAll(
		key: string,
		ours: ArrayLike<number | null | undefined>,
		expected: unknown,
		allowed: Allowed
	): void {
		this.#read(key);
		if (!Array.isArray(expected) || expected.length !== ours.length) {
			this.#settle(key, false, ours.length, Array.isArray(expected) ? expected.length : expected);
			return;
		}
		expected.forEach((one: unknown, i) => {
			this.close(`${key}.${String(i)}`, ours[i], one, allowed);
		});
	}

	/** Anything that must be the same: names, whole numbers, lists of them in the same order. */
	same(key: string, ours: unknown, expected: unknown): void {
		this.#read(key);
		this.#settle(key, JSON.stringify(ours) === JSON.stringify(expected), ours, expected);
	}

	/** A rule of the case that is met or not, in words that say which. */
	holds(key: string, isMet: boolean, rule: string): void {
		this.#read(key);
		this.#settle(key, isMet, isMet, rule);
	}

	#read(key: string): void {
		for (const entry of this.#unread) {
			if (key === entry || key.startsWith(`${entry}.`)) this.#unread.delete(entry);
		}
	}
	#settle(key: string, isRight: boolean, ours: unknown, expected: unknown): void {
		this.#compared++;
		if (isRight) return;
		this.#failed++;
		if (this.differences.length < MOST) this.differences.push({ key, ours, expected });
	}
}
