import type { Home } from '#cli/demo-city/areas.ts';
import { isWeekend, lastDay, nextMonday, reportFrom, type Day } from '#cli/demo-city/calendar.ts';
import { caseTypes, type CaseType } from '#cli/demo-city/case-types.ts';
import { elementAt, valueOf } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { campaigns, type Campaign } from './campaigns.ts';
import type { Contents } from './draw-options.ts';
import type { Exposure } from './exposure.ts';
import { plantFactors } from './plant-factors.ts';
import type { Plants } from './plants.ts';
import { daysOf, levelOn, mondays } from './rhythm.ts';
import { drawPlace, unevenMonths } from './unevenness.ts';

/** A dispute that comes to the books: when, where, of which type, and how it was come upon. */
export interface Occurrence {
	day: Day;
	/** Position among the homes. */
	village: number;
	type: CaseType;
	campaign: Campaign | undefined;
	/** The same parties fell out again. */
	isRepeat: boolean;
}

export interface Scene {
	homes: readonly Home[];
	exposure: Exposure;
	plants: Plants;
}

/** Cases that follow from each case, on average, near it and soon after it. */
const followers = 0.11;
const repeatShare = 0.55;
const meanDaysToFollower = 16;

/**
 * Disputes of all weeks: a Poisson process whose level follows place, season, calendar, growth, plants and campaigns;
 * each case may bring others near it (Hawkes). `expected` is the mean number in the period of the report.
 */
export function occurrencesOf(
	random: Random,
	{ homes, exposure, plants }: Scene,
	contents: Contents,
	expected: number
): Occurrence[] {
	const hidden = contents.plants ? plants : undefined;
	const factors = plantFactors(homes, hidden);
	const months = unevenMonths(random, homes, contents.unevenness);
	const all: Occurrence[] = [];
	const intensities = mondays.flatMap((monday) => weekOf(monday));
	const inReport = intensities.reduce((sum, { total, share }) => sum + total * share, 0);
	const follow = contents.unevenness ? 1 / (1 - followers) : 1;
	const scale = expected / (inReport * follow);

	for (const { days, type, weights, total, campaign } of intensities) {
		const count = random.poisson(total * scale);
		if (count === 0) continue;
		const uneven = weights.map((weight, i) => weight * months(elementAt(days, 0).day, i));
		const place = drawPlace(uneven);
		for (let n = 0; n < count; n += 1) {
			const day = drawDay(random, days);
			all.push({ day, village: place(random), type, campaign, isRepeat: false });
		}
	}
	if (contents.unevenness) addFollowers(random, homes, all);
	return hidden ? all.filter((each) => !isSilenced(homes, hidden, each)) : all;

	/** Each type of a week, and what campaigns find of it. */
	function weekOf(monday: Day): Intensity[] {
		const days = daysOf(monday);
		const ordinary = factors.ordinary(monday);
		const found = factors.found(monday);
		return caseTypes.flatMap((type) => {
			const base = valueOf(exposure, type);
			const outbreak = (day: Day, i: number) => factors.outbreak(type, day, i);
			const own = intensityOf(
				days,
				type,
				base,
				(i) => elementAt(ordinary, i) * outbreak(monday, i)
			);
			const running = contents.campaigns ? campaigns : [];
			const extra = running.map((campaign) => ({
				...intensityOf(
					days.filter((day) => day >= campaign.from && day <= campaign.to),
					type,
					base,
					(i) => elementAt(found, i) * yieldOf(campaign, type)
				),
				campaign
			}));
			return [own, ...extra].filter(({ total }) => total > 0);
		});
	}
}

interface Intensity {
	days: { day: Day; level: number }[];
	type: CaseType;
	weights: Float64Array;
	total: number;
	/** The part of it that falls into the period of the report. */
	share: number;
	campaign?: Campaign;
}

function intensityOf(
	within: readonly Day[],
	type: CaseType,
	base: Float64Array,
	factor: (village: number) => number
): Intensity {
	const days = within.map((day) => ({ day, level: levelOn(type, day) }));
	const level = days.reduce((sum, each) => sum + each.level, 0);
	const late = days.reduce((sum, each) => sum + (each.day >= reportFrom ? each.level : 0), 0);
	const weights = level === 0 ? new Float64Array() : base.map((weight, i) => weight * factor(i));
	const total = level * weights.reduce((sum, weight) => sum + weight, 0);
	return { days, type, weights, total, share: level === 0 ? 0 : late / level };
}

function yieldOf(campaign: Campaign, type: CaseType): number {
	return campaign.types.length === 0 || campaign.types.includes(type.code) ? campaign.yield : 0;
}

function drawDay(random: Random, days: readonly { day: Day; level: number }[]): Day {
	let rest = random.next() * days.reduce((sum, { level }) => sum + level, 0);
	for (const { day, level } of days) {
		rest -= level;
		if (rest < 0) return day;
	}
	return elementAt(days, days.length - 1).day;
}

/** Appends what follows from each case, and what follows from that. */
function addFollowers(random: Random, homes: readonly Home[], all: Occurrence[]): void {
	const position = new Map(homes.map((home, i) => [home.code, i]));
	for (const { day, village, type } of all) {
		for (let count = random.poisson(followers); count > 0; count -= 1) {
			const later = day + 1 - Math.floor(Math.log(1 - random.next()) * meanDaysToFollower);
			const counter = isWeekend(later) ? nextMonday(later) : later;
			const isRepeat = random.isTrueWith(repeatShare);
			const isSame = isRepeat || random.isTrueWith(0.4);
			const { neighbours } = elementAt(homes, village);
			const next = isSame ? undefined : neighbours[random.integer(neighbours.length)];
			if (counter > lastDay) continue;
			all.push({
				day: counter,
				village: position.get(next ?? '') ?? village,
				type,
				campaign: undefined,
				isRepeat
			});
		}
	}
}

/** What happens in a silent village is never written down; beside it, nothing happens. */
function isSilenced(
	homes: readonly Home[],
	{ silence }: Plants,
	{ day, village }: Occurrence
): boolean {
	if (day < silence.from || day > silence.to) return false;
	const { code } = elementAt(homes, village);
	return code === silence.silentVillage || code === silence.nilVillage;
}
