import type { Home } from '#cli/demo-city/areas.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { distance, type Point } from '#cli/demo-city/plane.ts';
import { Random } from '#cli/demo-city/random.ts';

const surfaceSpread = 0.2;
const localSpread = 0.1;

/**
 * How many disputes each village brings per head, relative to the city: a smooth surface that neighbouring townships
 * share, and small differences of the village's own. It belongs to the city, not to a draw of its cases.
 */
export function riskOf(seed: number, homes: readonly Home[]): Map<string, number> {
	const surface = smoothSurface(new Random(seed, 'risk-surface'), homes);
	const random = new Random(seed, 'risk-local');
	return new Map(
		homes.map((home) => [
			home.code,
			Math.exp(surfaceSpread * surface(home.site) + localSpread * random.normal())
		])
	);
}

/** A sum of broad hills and hollows, scaled to mean 0 and standard deviation 1 over the villages. */
function smoothSurface(random: Random, homes: readonly Home[]): (at: Point) => number {
	const hills = Array.from({ length: 26 }, () => ({
		at: elementAt(homes, random.integer(homes.length)).site,
		height: random.normal(),
		spread: random.between(6, 13)
	}));
	const raw = (at: Point) =>
		hills.reduce((sum, hill) => {
			const apart = distance(at, hill.at) / hill.spread;
			return sum + hill.height * Math.exp((-apart * apart) / 2);
		}, 0);
	const heights = homes.map((home) => raw(home.site));
	const mean = heights.reduce((sum, height) => sum + height, 0) / heights.length;
	const squares = heights.reduce((sum, height) => sum + (height - mean) * (height - mean), 0);
	const deviation = Math.sqrt(squares / heights.length);
	return (at) => (raw(at) - mean) / deviation;
}
