import { bisectRight } from 'd3-array';
import type { Home } from '#cli/demo-city/areas.ts';
import { firstDay, type Day } from '#cli/demo-city/calendar.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';

const villageSpread = 0.32;
const townshipSpread = 0.24;
const daysOfBlock = 28;
const blocks = 62;

/**
 * Better and worse months of each village and each township, all with mean 1: what makes counts vary more than a Poisson
 * process would. Without it every factor is 1, and no random number is used.
 */
export function unevenMonths(
	random: Random,
	homes: readonly Home[],
	isUneven: boolean
): (day: Day, village: number) => number {
	if (!isUneven) return () => 1;
	const townships = [...new Set(homes.map((home) => home.township))];
	const own = homes.map((home) => townships.indexOf(home.township));
	const ofVillages = months(random, homes.length, villageSpread);
	const ofTownships = months(random, townships.length, townshipSpread);
	return (day, village) => {
		const block = Math.max(0, Math.floor((day - firstDay) / daysOfBlock));
		return (
			elementAt(ofVillages, block * homes.length + village) *
			elementAt(ofTownships, block * townships.length + elementAt(own, village))
		);
	};
}

function months(random: Random, places: number, spread: number): Float64Array {
	const median = Math.exp((-spread * spread) / 2);
	return Float64Array.from({ length: places * blocks }, () => random.logNormal(median, spread));
}

/** Draws of positions in proportion to weights. */
export function drawPlace(weights: Float64Array): (random: Random) => number {
	let sum = 0;
	const cumulative = weights.map((weight) => (sum += weight));
	return (random) => Math.min(bisectRight(cumulative, random.next() * sum), weights.length - 1);
}
