export const meetingColumns = ['id', 'on', 'kind', 'title_zh', 'title_en'] as const;

export type MeetingRow = Record<(typeof meetingColumns)[number], string>;

/** Meetings of the heads of the joint office (联席办主任会议) in the period of the report. */
const held: readonly [on: string, zh: string, en: string][] = [
	['2018-01-17', '部署全年矛盾纠纷多元化解工作', "Lay out the year's work on disputes"],
	[
		'2018-02-07',
		'研判春节前后欠薪和婚姻家庭纠纷',
		'Assess wage claims and family disputes around the Spring Festival'
	],
	['2018-03-14', '审议个案补助发放办法', 'Consider the rules for case subsidies'],
	[
		'2018-04-18',
		'研判春耕时节土地山林纠纷',
		'Assess land and forest disputes in the farming season'
	],
	['2018-05-16', '交办隐患纠纷，明确责任单位', 'Assign hidden-risk disputes to their units'],
	['2018-07-18', '通报上半年工作，督办逾期事项', 'Report on the half year and press overdue items'],
	[
		'2018-08-15',
		'研判物业、校园纠纷，准备预考评',
		'Assess property and school disputes; prepare the assessment'
	]
];

export function meetingsOf(): MeetingRow[] {
	return held.map(([on, title_zh, title_en]) => ({
		id: `MT-${on.slice(0, 7)}`,
		on,
		kind: 'office_heads',
		title_zh,
		title_en
	}));
}
