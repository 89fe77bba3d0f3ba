import type { Change, Judged } from './difference.ts';

/** Limits of three sizes of a change, the small one first: of ratios above 1, or of points of a share. */
export type SizeLimits = readonly [number, number];

const RATIOS: readonly SizeLimits[] = [
	[1.1, 1.25],
	[1.25, 1.5],
	[1.5, 2],
	[2, 3],
	[3, 5]
];
const POINTS: readonly SizeLimits[] = [
	[0.005, 0.01],
	[0.01, 0.02],
	[0.02, 0.05],
	[0.05, 0.1],
	[0.1, 0.2],
	[0.2, 0.4]
];

/**
 * The round limits that divide the changes beyond chance most evenly into small, middle and large ones; the first of
 * those that do it alike. They are the same upwards and downwards: ÷ 1.5 is as far as × 1.5.
 */
export function sizeLimits(differences: readonly Judged[], kind: Change['kind']): SizeLimits {
	const sizes = differences.flatMap(({ change, isBeyond }) =>
		isBeyond && change ? [sizeOf(change)] : []
	);
	const fullest = (limits: SizeLimits): number => {
		const counts = [0, 0, 0];
		for (const size of sizes) {
			const at = placeOf(size, limits);
			counts[at] = (counts[at] ?? 0) + 1;
		}
		return Math.max(...counts);
	};
	const [first, ...others] = kind === 'ratio' ? RATIOS : POINTS;
	if (!first) throw new RangeError('There are no limits to choose from.');
	return others.reduce((best, one) => (fullest(one) < fullest(best) ? one : best), first);
}

/** −3 … 3, 0 for a difference within chance; undefined where it cannot be judged. */
export function differenceClass(
	{ state, change, isBeyond }: Judged,
	limits: SizeLimits
): number | undefined {
	if (state !== 'ok') return undefined;
	if (!isBeyond || !change) return 0;
	const isHigher = change.kind === 'ratio' ? change.value > 1 : change.value > 0;
	const size = 1 + placeOf(sizeOf(change), limits);
	return isHigher ? size : -size;
}

function sizeOf({ kind, value }: Change): number {
	if (kind === 'points') return Math.abs(value);
	return value >= 1 ? value : 1 / value;
}

function placeOf(size: number, [small, large]: SizeLimits): number {
	return Number(size >= small) + Number(size >= large);
}
