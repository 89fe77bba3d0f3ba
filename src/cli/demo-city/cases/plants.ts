import type { Home } from '#cli/demo-city/areas.ts';
import { dayOf, firstDay, lastDay, reportFrom, type Day } from '#cli/demo-city/calendar.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import { Random } from '#cli/demo-city/random.ts';
import { connectedGroup, withSurroundings } from './connected.ts';
import { shareOfVillages, type Exposure } from './exposure.ts';

export type PlantId =
	'risk_3_0' | 'risk_2_0' | 'risk_1_5' | 'emerging' | 'weakening' | 'campaign_made';

/** A group of villages whose risk is raised: by `peak` all along, or along a slope between two days. */
export interface Cluster {
	id: PlantId;
	villages: readonly string[];
	/** Relative risk at `from` and at `to`, straight between them; before and after as at the nearer end. */
	from: Day;
	to: Day;
	riskFrom: number;
	riskTo: number;
	/** Only what screening campaigns find is raised. */
	campaignOnly: boolean;
}

export interface Silence {
	silentVillage: string;
	nilVillage: string;
	from: Day;
	to: Day;
}

export interface Outbreak {
	township: string;
	type: string;
	from: Day;
	to: Day;
	risk: number;
}

/** A township whose resolution rate differs by so much from what its cases would let expect. */
export interface Difference {
	township: string;
	points: number;
}

/** What is hidden in the books for the statistics to find. Sizes were fixed before any detector existed. */
export interface Plants {
	clusters: readonly Cluster[];
	resolution: readonly Difference[];
	silence: Silence;
	outbreak: Outbreak;
}

interface Wanted {
	id: PlantId;
	villages: number;
	/** Cases that the group would bring in the period of the report without the plant, at least. */
	expected: number;
	from: Day;
	to: Day;
	riskFrom: number;
	riskTo: number;
	campaignOnly?: true;
}

const always = { from: firstDay, to: firstDay };
const tenWeeks = 70;

const wanted: readonly Wanted[] = [
	{ id: 'risk_1_5', villages: 40, expected: 500, ...always, riskFrom: 1.5, riskTo: 1.5 },
	{ id: 'risk_2_0', villages: 12, expected: 150, ...always, riskFrom: 2, riskTo: 2 },
	{ id: 'risk_3_0', villages: 4, expected: 50, ...always, riskFrom: 3, riskTo: 3 },
	{
		id: 'emerging',
		villages: 10,
		expected: 170,
		from: lastDay + 1 - tenWeeks,
		to: lastDay,
		riskFrom: 1,
		riskTo: 2.5
	},
	{
		id: 'weakening',
		villages: 10,
		expected: 130,
		from: dayOf('2016-07-01'),
		to: lastDay,
		riskFrom: 2.5,
		riskTo: 1
	},
	{
		id: 'campaign_made',
		villages: 10,
		expected: 110,
		from: reportFrom,
		to: reportFrom,
		riskFrom: 6,
		riskTo: 6,
		campaignOnly: true
	}
];

const casesOfReport = 7119;
const points = 0.025;

/** Places for every plant; no cluster touches another. They belong to the city: redrawn cases hide the same. */
export function plantsOf(seed: number, homes: readonly Home[], exposure: Exposure): Plants {
	const random = new Random(seed, 'plants');
	const shares = shareOfVillages(exposure, homes.length);
	const expected = new Map(
		homes.map((home, i) => [home.code, elementAt(shares, i) * casesOfReport])
	);
	const taken = new Set<string>();
	const clusters = wanted.map((each): Cluster => {
		const { villages: size, expected: least, campaignOnly = false, ...course } = each;
		const villages = connectedGroup({ homes, random, size, least, expected, taken });
		for (const code of withSurroundings(homes, villages)) taken.add(code);
		return { ...course, villages, campaignOnly };
	});
	const silence = silenceOf(random, homes, expected, taken);
	for (const code of withSurroundings(homes, [silence.silentVillage])) taken.add(code);
	const [largest = ''] = townshipsBySize(homes, expected, taken);
	// How well cases end has nothing to do with how many there are: these may hold a cluster.
	const others = townshipsBySize(homes, expected, new Set()).filter((code) => code !== largest);
	const four = random.shuffled(others.slice(0, 8)).slice(0, 4);
	return {
		clusters,
		silence,
		outbreak: {
			township: largest,
			type: 'neighbourhood',
			from: dayOf('2018-07-02'),
			to: dayOf('2018-07-29'),
			risk: 3
		},
		resolution: four.map((township, i) => ({ township, points: i < 2 ? points : -points }))
	};
}

/** Two neighbours of middling size: one that stops filing for nine weeks, one that files nil. */
function silenceOf(
	random: Random,
	homes: readonly Home[],
	expected: ReadonlyMap<string, number>,
	taken: ReadonlySet<string>
): Silence {
	const isFit = (code: string): boolean => {
		const cases = expected.get(code) ?? 0;
		return cases > 8 && cases < 20 && !taken.has(code);
	};
	for (const home of random.shuffled(homes)) {
		const beside = home.neighbours.filter(isFit);
		const [nilVillage] = beside;
		if (!isFit(home.code) || nilVillage === undefined) continue;
		const from = dayOf('2018-06-25');
		return { silentVillage: home.code, nilVillage, from, to: from + 9 * 7 - 1 };
	}
	throw new Error('no two villages for the silence');
}

/** Townships that no other plant touches, the one with most cases first. */
function townshipsBySize(
	homes: readonly Home[],
	expected: ReadonlyMap<string, number>,
	taken: ReadonlySet<string>
): string[] {
	const sizes = new Map<string, number>();
	for (const { township, code } of homes) {
		sizes.set(township, (sizes.get(township) ?? 0) + (expected.get(code) ?? 0));
	}
	const touched = new Set(homes.filter(({ code }) => taken.has(code)).map((home) => home.township));
	return [...sizes]
		.filter(([township]) => !touched.has(township))
		.sort(([, one], [, other]) => other - one)
		.map(([township]) => township);
}
