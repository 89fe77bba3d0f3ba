/** Whole numbers from 0 to below `limit`, each as likely; the same seed gives the same ones everywhere. */
export type DrawBelow = (limit: number) => number;

/**
 * A seeded source of random numbers: sfc32 of C. Doty-Humphrey's PractRand, warmed up by twelve rounds as he advises.
 * Numbers below a limit are drawn without bias, by drawing again what would be left over.
 */
export function seededRandom(seed: number): DrawBelow {
	let [a, b, c, counter] = [0, seed | 0, (seed / 2 ** 32) | 0, 1];
	const next = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return sum >>> 0;
	};
	for (let i = 0; i < 12; i++) next();
	return (limit) => {
		const fair = 2 ** 32 - remainder(2 ** 32, limit);
		for (;;) {
			const drawn = next();
			if (drawn < fair) return remainder(drawn, limit);
		}
	};
}

/** `value % limit`, which is slow beyond 31 bits; up to 32 the quotient is exact enough. */
function remainder(value: number, limit: number): number {
	return value - Math.floor(value / limit) * limit;
}

/** Brings values into random order, in place (Durstenfeld 1964). */
export function shuffle(values: Float64Array, draw: DrawBelow): void {
	for (let i = values.length - 1; i > 0; i--) {
		const j = draw(i + 1);
		const held = values[i] ?? NaN;
		values[i] = values[j] ?? NaN;
		values[j] = held;
	}
}
