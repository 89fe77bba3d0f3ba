export const eventColumns = ['id', 'from', 'to', 'kind', 'name_zh', 'name_en'] as const;

export type EventRow = Record<(typeof eventColumns)[number], string>;

const years = ['2014', '2015', '2016', '2017', '2018'] as const;

interface Yearly {
	id: string;
	kind: 'holiday' | 'congress' | 'examination' | 'season' | 'school';
	zh: string;
	en: string;
	/** From–to (month-day) in each year, in the order of the years. */
	days: readonly string[];
}

function everyYear(days: string): string[] {
	return years.map(() => days);
}

const yearly: readonly Yearly[] = [
	{
		id: 'spring_festival',
		kind: 'holiday',
		zh: '春节',
		en: 'Spring Festival',
		days: ['01-31 02-06', '02-18 02-24', '02-07 02-13', '01-27 02-02', '02-15 02-21']
	},
	{
		id: 'qingming',
		kind: 'holiday',
		zh: '清明节',
		en: 'Qingming Festival',
		days: ['04-05 04-07', '04-04 04-06', '04-02 04-04', '04-02 04-04', '04-05 04-07']
	},
	{
		id: 'labour_day',
		kind: 'holiday',
		zh: '劳动节',
		en: 'Labour Day',
		days: ['05-01 05-03', '05-01 05-03', '04-30 05-02', '04-29 05-01', '04-29 05-01']
	},
	{
		id: 'dragon_boat',
		kind: 'holiday',
		zh: '端午节',
		en: 'Dragon Boat Festival',
		days: ['05-31 06-02', '06-20 06-22', '06-09 06-11', '05-28 05-30', '06-16 06-18']
	},
	{
		id: 'mid_autumn',
		kind: 'holiday',
		zh: '中秋节',
		en: 'Mid-Autumn Festival',
		days: ['09-06 09-08', '09-26 09-27', '09-15 09-17', '10-04 10-04', '09-22 09-24']
	},
	{
		id: 'national_day',
		kind: 'holiday',
		zh: '国庆节',
		en: 'National Day',
		days: ['10-01 10-07', '10-01 10-07', '10-01 10-07', '10-01 10-08', '10-01 10-07']
	},
	{
		id: 'two_sessions',
		kind: 'congress',
		zh: '全国两会',
		en: 'National two sessions',
		days: ['03-03 03-13', '03-03 03-15', '03-03 03-16', '03-03 03-15', '03-03 03-20']
	},
	{
		id: 'college_entrance',
		kind: 'examination',
		zh: '高考',
		en: 'College entrance examination',
		days: everyYear('06-07 06-08')
	},
	{
		id: 'senior_high_entrance',
		kind: 'examination',
		zh: '中考',
		en: 'Senior high school entrance examination',
		days: everyYear('06-12 06-14')
	},
	{
		id: 'summer_holiday',
		kind: 'school',
		zh: '暑假',
		en: 'Summer holiday of schools',
		days: everyYear('07-08 08-31')
	},
	{
		id: 'summer_harvest',
		kind: 'season',
		zh: '夏收夏种',
		en: 'Summer harvest and sowing',
		days: everyYear('05-10 06-10')
	},
	{
		id: 'autumn_harvest',
		kind: 'season',
		zh: '秋收',
		en: 'Autumn harvest',
		days: everyYear('08-25 09-30')
	}
];

const once: EventRow = {
	id: 'EV-2017-party_congress',
	from: '2017-10-18',
	to: '2017-10-24',
	kind: 'congress',
	name_zh: '党的十九大',
	name_en: '19th Party Congress'
};

/** What the days were like, holidays that move with the moon included; in the order of time. */
export function eventsOf(): EventRow[] {
	const rows = yearly.flatMap(({ id, kind, zh, en, days }) =>
		days.map((span, index): EventRow => {
			const year = years[index] ?? '';
			const [from = '', to = ''] = span.split(' ');
			return {
				id: `EV-${year}-${id}`,
				from: `${year}-${from}`,
				to: `${year}-${to}`,
				kind,
				name_zh: zh,
				name_en: en
			};
		})
	);
	return [...rows, once].sort((one, other) =>
		one.from < other.from || (one.from === other.from && one.id < other.id) ? -1 : 1
	);
}
