import type { Home } from './areas.ts';
import { elementAt, valueOf } from './element-at.ts';
import { distance, meanOf, type Point } from './plane.ts';
import { Random } from './random.ts';

const silentTownships = 3;

/**
 * How many disputes each village brings per head, relative to the city: a smooth surface that
 * neighbouring townships share, small differences of their own, and a few that hardly file any.
 */
export function riskOf(seed: number, homes: readonly Home[]): Map<string, number> {
	const surface = smoothSurface(new Random(seed, 'risk-surface'), homes);
	const random = new Random(seed, 'risk-local');
	const townships = [...new Set(homes.map((home) => home.township))];
	const own = new Map(townships.map((code) => [code, random.normal() * 0.1]));
	const silent = silentOnes(random, homes);
	return new Map(
		homes.map((home) => {
			const local = valueOf(own, home.township) + random.normal() * 0.28;
			const filing = silent.has(home.township) ? 0.09 : 1;
			return [home.code, Math.exp(0.36 * surface(home.site) + local) * filing];
		})
	);
}

/** A sum of broad hills and hollows, scaled to mean 0 and standard deviation 1 over the villages. */
function smoothSurface(random: Random, homes: readonly Home[]): (at: Point) => number {
	const hills = Array.from({ length: 26 }, () => ({
		at: elementAt(homes, random.integer(homes.length)).site,
		height: random.normal(),
		spread: random.between(9, 19)
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

/** Small rural townships, each in another county-level area. */
function silentOnes(random: Random, homes: readonly Home[]): Set<string> {
	const rural = homes.filter((home) => home.kind === 'township');
	const counties = random.shuffled([...new Set(rural.map((home) => home.county))]);
	const chosen = counties.slice(0, silentTownships).map((county) => {
		const own = rural.filter((home) => home.county === county);
		const middle = meanOf(own.map((home) => home.site));
		const furthest = own.reduce((one, other) =>
			distance(other.site, middle) > distance(one.site, middle) ? other : one
		);
		return furthest.township;
	});
	return new Set(chosen);
}
