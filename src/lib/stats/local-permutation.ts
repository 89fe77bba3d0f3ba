import { DrawnSums } from './drawn-sums.ts';
import { deviations } from './global-moran.ts';
import { firstAbove, firstAtLeast } from './halving.ts';
import { ownLags, type OwnLags } from './own-lags.ts';
import { sharedDraws, type FillDraws } from './shared-draws.ts';
import type { SpatialWeights } from './spatial-weights.ts';

export interface PermutationOptions {
	readonly seed: number;
	/**
	 * Neighbours are drawn one by one from all others, as spdep does, so that one may come twice. Without it, as GeoDa and
	 * esda do and as the test is meant: values change places, and none is in two places.
	 */
	readonly withReplacement?: boolean;
	/** How much is done, in areas times draws. */
	readonly onProgress?: ((done: number, total: number) => void) | undefined;
	/** Asked now and then; where true, an AbortError is thrown. */
	readonly shouldStop?: (() => boolean) | undefined;
}

/** Drawn rows to a block: enough to sort well, few enough to stay in the processor's cache. */
const [MOST_ROWS, MOST_ENTRIES] = [1000, 1 << 18];
/** Areas between two looks at `shouldStop`. */
const STRIDE = 4096;

/**
 * Conditional permutation of local statistics: each area keeps its own value, its neighbours get values of other areas
 * drawn at random, and it is counted how often their weighted sum is at least, and at most, what it is. Local Moran, Gi
 * and Gi* all rise (or, where an area lies below the mean, fall) with that sum, so that one run serves them all.
 *
 * Draws are shared by all areas (`shared-draws.ts`): each area's p is right, and the errors of draws in areas with as many
 * neighbours go the same way. Where an area's weights are equal, its sum is a sorted block's, found by halving; else
 * sums are made for each area.
 *
 * Can be continued for some of the areas: the n-th draw is the same, however draws are portioned. An entry of an area
 * among its own neighbours is left out, since its value stays. Islands get no draws. L. Anselin, "Local indicators of
 * spatial association", Geographical Analysis 27 (1995); `crand` of esda.
 */
export class LocalPermutation {
	/** How many draws gave at least, and at most, the sum that there is, by area. Ties count in both. */
	readonly asHigh: Int32Array;
	readonly asLow: Int32Array;
	/** Draws by area. */
	readonly draws: Int32Array;
	readonly #z: Float64Array;
	readonly #own: OwnLags;
	readonly #fill: FillDraws;
	readonly #options: PermutationOptions;

	/** Throws RangeError where a value is not finite (leave such areas out: `amongKept`), or for lists of unlike length. */
	constructor(values: Float64Array, weights: SpatialWeights, options: PermutationOptions) {
		const n = values.length;
		if (weights.start.length !== n + 1) throw new RangeError('as many values as rows of weights');
		if (!values.every(Number.isFinite)) throw new RangeError('every value must be finite');
		this.asHigh = new Int32Array(n);
		this.asLow = new Int32Array(n);
		this.draws = new Int32Array(n);
		this.#z = deviations(values).z;
		this.#own = ownLags(weights, this.#z);
		const { seed, withReplacement = false } = options;
		this.#fill = sharedDraws(Math.max(n, 1), this.#own.most, seed, withReplacement);
		this.#options = options;
	}

	/** Areas that have neighbours. */
	get tested(): Int32Array {
		return Int32Array.from(this.draws.keys()).filter((i) => (this.#own.count[i] ?? 0) > 0);
	}

	/** Makes further draws for these areas, each of which must be `tested`. */
	continue(draws: number, areas: Int32Array = this.tested): void {
		const { onProgress, shouldStop } = this.#options;
		if (areas.length === 0) return;
		const places = this.#own.most;
		const most = Math.max(1, Math.min(MOST_ROWS, draws, Math.floor(MOST_ENTRIES / places)));
		let block = new DrawnSums(most, places, this.draws.length);
		for (let done = 0; done < draws; done += block.rows) {
			if (draws - done < block.rows) block = new DrawnSums(draws - done, places, this.draws.length);
			block.draw(this.#fill, this.#z);
			const scratch = new Float64Array(block.rows);
			for (let from = 0; from < areas.length; from += STRIDE) {
				if (shouldStop?.()) throw new DOMException('Permutations were stopped.', 'AbortError');
				const some = areas.subarray(from, from + STRIDE);
				for (const i of some) {
					if (Number.isNaN(this.#own.weight[i])) this.#sumEach(i, block, scratch);
					else this.#lookUp(i, block);
				}
				onProgress?.(done * areas.length + (from + some.length) * block.rows, draws * areas.length);
			}
		}
	}

	/** Of equal weights: where the sum lies among the sorted ones, put right where the area has drawn itself. */
	#lookUp(i: number, block: DrawnSums): void {
		const [count, own, tie] = [
			this.#own.count[i] ?? 0,
			this.#own.lag[i] ?? NaN,
			this.#own.tie[i] ?? 0
		];
		const [high, low] = [own - tie, own + tie];
		const ascending = block.ascending(count);
		let asHigh = block.rows - firstAtLeast(ascending, high);
		let asLow = firstAbove(ascending, low);
		const sums = block.sums(count);
		const places = this.#own.most;
		const z = this.#z[i] ?? NaN;
		let entry = block.drawnBy(i);
		while (entry >= 0) {
			const row = Math.floor(entry / places);
			const before = sums[row] ?? NaN;
			let after = before;
			for (; entry >= 0 && entry < (row + 1) * places; entry = block.nextAfter(entry)) {
				if (entry - row * places < count) after += (block.instead[entry] ?? NaN) - z;
			}
			asHigh += Number(after >= high) - Number(before >= high);
			asLow += Number(after <= low) - Number(before <= low);
		}
		this.#add(i, asHigh, asLow, block.rows);
	}

	/** Of unequal weights, which go with places in the order of the area's neighbours. */
	#sumEach(i: number, block: DrawnSums, scratch: Float64Array): void {
		const { count: counts, lag, tie, most: places } = this.#own;
		const weights = this.#own.weightsOf(i);
		const count = counts[i] ?? 0;
		for (let row = 0; row < block.rows; row++) {
			let sum = 0;
			for (let place = 0; place < count; place++) {
				sum += (weights[place] ?? NaN) * (block.value[row * places + place] ?? NaN);
			}
			scratch[row] = sum;
		}
		const z = this.#z[i] ?? NaN;
		for (let entry = block.drawnBy(i); entry >= 0; entry = block.nextAfter(entry)) {
			const row = Math.floor(entry / places);
			const weight = weights[entry - row * places] ?? 0;
			scratch[row] = (scratch[row] ?? NaN) + weight * ((block.instead[entry] ?? NaN) - z);
		}
		const [own, slack] = [lag[i] ?? NaN, tie[i] ?? 0];
		let [asHigh, asLow] = [0, 0];
		for (const sum of scratch) {
			if (sum >= own - slack) asHigh++;
			if (sum <= own + slack) asLow++;
		}
		this.#add(i, asHigh, asLow, block.rows);
	}

	#add(i: number, asHigh: number, asLow: number, draws: number): void {
		this.asHigh[i] = (this.asHigh[i] ?? 0) + asHigh;
		this.asLow[i] = (this.asLow[i] ?? 0) + asLow;
		this.draws[i] = (this.draws[i] ?? 0) + draws;
	}
}
