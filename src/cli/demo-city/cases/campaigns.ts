import { dayOf, isoDate, type Day } from '#cli/demo-city/calendar.ts';

/** A screening campaign: for some weeks the city goes from door to door and writes down what it finds. */
export interface Campaign {
	id: string;
	zh: string;
	en: string;
	kind: 'concentrated' | 'special';
	from: Day;
	to: Day;
	/** Types looked for; none: all. */
	types: readonly string[];
	/** Cases found and taken up, as a share of what comes in anyway in these weeks. */
	yield: number;
	/** Disputes written down for each that was taken up. */
	screenedPerCase: number;
}

/** Two of them are visible as a bump of the whole city's counts; the special one drowns among the other types. */
export const campaigns: readonly Campaign[] = [
	{
		id: 'C2015',
		zh: '矛盾纠纷集中排查化解专项行动',
		en: 'Concentrated screening, autumn 2015',
		kind: 'concentrated',
		from: dayOf('2015-09-07'),
		to: dayOf('2015-10-16'),
		types: [],
		yield: 0.5,
		screenedPerCase: 1.32
	},
	{
		id: 'C2017',
		zh: '春耕时节土地纠纷专项排查',
		en: 'Special screening of land disputes, spring 2017',
		kind: 'special',
		from: dayOf('2017-02-20'),
		to: dayOf('2017-03-31'),
		types: ['land_contract', 'tenure', 'village_affairs'],
		yield: 0.7,
		screenedPerCase: 1.18
	},
	{
		id: 'C2018',
		zh: '矛盾纠纷“大排查、大化解”集中行动',
		en: 'Concentrated screening, early summer 2018',
		kind: 'concentrated',
		from: dayOf('2018-05-14'),
		to: dayOf('2018-06-15'),
		types: [],
		yield: 0.4,
		screenedPerCase: 1.27
	}
];

export const campaignColumns = [
	'id',
	'name_zh',
	'name_en',
	'kind',
	'from',
	'to',
	'areas',
	'screened'
] as const;

/** Rows of `campaigns.csv`; what was taken up is counted from the cases. */
export function campaignRows(
	cases: readonly { readonly campaign: string | number }[]
): Record<(typeof campaignColumns)[number], string | number>[] {
	return campaigns.map(({ id, zh, en, kind, from, to, screenedPerCase }) => ({
		id,
		name_zh: zh,
		name_en: en,
		kind,
		from: isoDate(from),
		to: isoDate(to),
		areas: '',
		screened: Math.round(cases.filter((each) => each.campaign === id).length * screenedPerCase)
	}));
}
