/**
 * A small seeded random source (sfc32). Each use names its own stream, so that a change in one part
 * of the city does not shuffle the others.
 */
export class Random {
	#a: number;
	#b: number;
	#c: number;
	#counter = 1;

	constructor(seed: number, ...stream: (string | number)[]) {
		const hash = hashOf(`${seed}|${stream.join('|')}`);
		this.#a = hash(1);
		this.#b = hash(2);
		this.#c = hash(3);
		for (let warmUp = 0; warmUp < 15; warmUp += 1) this.next();
	}

	/** Uniform in [0, 1). */
	next(): number {
		const sum = (((this.#a + this.#b) | 0) + this.#counter) | 0;
		this.#counter = (this.#counter + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4294967296;
	}

	between(low: number, high: number): number {
		return low + (high - low) * this.next();
	}

	/** 0 … count − 1. */
	integer(count: number): number {
		return Math.floor(this.next() * count);
	}

	isTrueWith(probability: number): boolean {
		return this.next() < probability;
	}

	/** Standard normal (Box–Muller). */
	normal(): number {
		const radius = Math.sqrt(-2 * Math.log(1 - this.next()));
		return radius * Math.cos(2 * Math.PI * this.next());
	}

	logNormal(median: number, sigma: number): number {
		return median * Math.exp(sigma * this.normal());
	}

	/** Knuth's product method: fit for the small daily means used here. */
	poisson(mean: number): number {
		const limit = Math.exp(-mean);
		let product = this.next();
		let count = 0;
		while (product > limit) {
			product *= this.next();
			count += 1;
		}
		return count;
	}

	shuffled<T>(list: readonly T[]): T[] {
		return list
			.map((item) => ({ item, key: this.next() }))
			.sort((one, other) => one.key - other.key)
			.map(({ item }) => item);
	}
}

/** FNV-1a over the text, finished once per salt. */
function hashOf(text: string): (salt: number) => number {
	let hash = 2166136261;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
	}
	return (salt) => {
		let mixed = hash + Math.imul(salt, 0x9e3779b9);
		mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
		mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
		return mixed ^ (mixed >>> 16);
	};
}
