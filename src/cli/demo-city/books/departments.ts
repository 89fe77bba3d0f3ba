import type { Text } from '#lib/domain/text.ts';

/** A member unit (成员单位) of the city: who answers in it, by post, and for which kinds of dispute. */
export interface Department {
	code: string;
	name: Text;
	lead: Text;
	staff: Text;
	types: readonly string[];
}

type Row = readonly [
	code: string,
	zh: string,
	en: string,
	staffZh: string,
	staffEn: string,
	types: string
];

function departmentsOf(rows: readonly Row[], lead: Text): Department[] {
	return rows.map(([code, zh, en, staffZh, staffEn, types]) => ({
		code: `DEP-${code}`,
		name: { zh, en },
		lead,
		staff: { zh: staffZh, en: staffEn },
		types: types === '' ? [] : types.split(' ')
	}));
}

// prettier-ignore
const bureaus: readonly Row[] = [
	['JUSTICE', '市司法局', 'Municipal Bureau of Justice', '人民调解科科长', "Head, People's Mediation Section", 'marriage_family neighbourhood damages contract'],
	['POLICE', '市公安局', 'Municipal Public Security Bureau', '治安支队副支队长', 'Deputy head, Public Order Division', 'neighbourhood damages traffic'],
	['PETITIONS', '市信访局', 'Municipal Bureau of Letters and Visits', '督查科科长', 'Head, Supervision Section', 'cadre other'],
	['LABOUR', '市人力资源和社会保障局', 'Municipal Bureau of Human Resources and Social Security', '劳动监察支队支队长', 'Head, Labour Inspection Division', 'labour enterprise'],
	['LAND', '市国土资源局', 'Municipal Bureau of Land and Resources', '征地管理科科长', 'Head, Land Expropriation Section', 'expropriation tenure land_contract'],
	['HOUSING', '市住房和城乡建设局', 'Municipal Bureau of Housing and Urban-Rural Development', '物业管理科科长', 'Head, Property Management Section', 'property_management construction housing_homestead'],
	['ENVIRONMENT', '市环境保护局', 'Municipal Bureau of Environmental Protection', '环境监察支队支队长', 'Head, Environmental Inspection Division', 'environment'],
	['EDUCATION', '市教育局', 'Municipal Bureau of Education', '安全管理科科长', 'Head, School Safety Section', 'school'],
	['COMMERCE', '市工商行政管理局', 'Municipal Bureau of Industry and Commerce', '消费者权益保护科科长', 'Head, Consumer Protection Section', 'consumer contract'],
	['CIVIL', '市民政局', 'Municipal Bureau of Civil Affairs', '双拥安置科科长', "Head, Veterans' Placement Section", 'veterans village_affairs'],
	['AGRICULTURE', '市农业局', 'Municipal Bureau of Agriculture', '农村经营管理科科长', 'Head, Rural Management Section', 'land_contract village_affairs'],
	['FORESTRY', '市林业局', 'Municipal Bureau of Forestry', '林政科科长', 'Head, Forest Tenure Section', 'tenure land_contract'],
	['TRANSPORT', '市交通运输局', 'Municipal Bureau of Transport', '法规科科长', 'Head, Regulation Section', 'construction traffic']
];

// prettier-ignore
export const departments: readonly Department[] = [
	...departmentsOf(bureaus, { zh: '分管副局长', en: 'Deputy director in charge' }),
	...departmentsOf(
		[['HEALTH', '市卫生和计划生育委员会', 'Municipal Commission of Health and Family Planning', '医政科科长', 'Head, Medical Administration Section', 'medical']],
		{ zh: '分管副主任', en: 'Deputy director in charge' }
	),
	...departmentsOf(
		[['COURT', '市中级人民法院', "Intermediate People's Court", '立案庭庭长', 'Presiding judge, Case-Filing Division', 'judicial contract damages']],
		{ zh: '分管副院长', en: 'Vice-president in charge' }
	)
];

/** The members that answer for a kind of dispute, the first of them first. */
export function departmentsFor(type: string): Department[] {
	return departments.filter(({ types }) => types.includes(type));
}
