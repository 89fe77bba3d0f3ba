import type { Season } from './cases/seasons.ts';

export type Channel = 'people' | 'administrative' | 'judicial' | 'third_party';

interface CaseGroup {
	code: string;
	zh: string;
	en: string;
}

/** What is invented about a type beside its name, which comes from the domain's type list. */
export interface CaseType extends CaseGroup {
	parent: string;
	/** Cases in a thousand of the countryside (乡), before season and growth. */
	weight: number;
	/** How much more frequent it is, per head, in streets than in the countryside (1: the same). */
	urban: number;
	/** Change per year, as a factor: demolitions grow rarer, quarrels with property managers more frequent. */
	growth: number;
	/** The last year in which it was in the lists, if it has been struck from them. */
	until?: number;
	season: Season;
	/** Share that is settled on the spot. */
	onTheSpot: number;
	/** Odds of failure against the ordinary case. */
	hardness: number;
	/** The channel that takes a good part of such cases, beside people's mediation. */
	specialist: Channel;
	/** Share of major and of mass-involving cases against the ordinary type. */
	gravity: number;
}

export const caseGroups: readonly CaseGroup[] = [
	{ code: 'family_neighbours', zh: '家庭邻里', en: 'Family and neighbours' },
	{ code: 'land_housing', zh: '土地房屋', en: 'Land and housing' },
	{ code: 'money_contracts', zh: '经济民事', en: 'Money and contracts' },
	{ code: 'work_health_roads', zh: '劳动医疗交通', en: 'Work, health, roads' },
	{ code: 'public_matters', zh: '公共事务', en: 'Public matters' },
	{ code: 'other_matters', zh: '其他', en: 'Other' }
];

type Profile = [
	weight: number,
	urban: number,
	growth: number,
	season: Season,
	onTheSpot: number,
	hardness: number,
	specialist: Channel,
	gravity: number
];

function type(
	parent: string,
	code: string,
	zh: string,
	en: string,
	profile: Profile,
	until?: number
): CaseType {
	const [weight, urban, growth, season, onTheSpot, hardness, specialist, gravity] = profile;
	return {
		...{ parent, code, zh, en },
		...{ weight, urban, growth, season, onTheSpot, hardness, specialist, gravity },
		...(until === undefined ? {} : { until })
	};
}

const [family, land, money, work, affairs, other] = [
	'family_neighbours',
	'land_housing',
	'money_contracts',
	'work_health_roads',
	'public_matters',
	'other_matters'
];

/**
 * Weights of the countryside are the shares of a county's published fifteen types over nine months (5 935 cases); its
 * "other" is divided by invention among the types that it does not name. Everything else here is invented.
 */
// prettier-ignore
export const caseTypes: readonly CaseType[] = [
	type(family, 'marriage_family', '婚姻家庭', 'Marriage and family', [108.8, 1.25, 1.0, 'spring_festival_after', 0.36, 0.9, 'judicial', 0.4]),
	type(family, 'neighbourhood', '邻里', 'Neighbourhood', [281.4, 1.0, 1.0, 'summer', 0.5, 0.6, 'administrative', 0.4]),
	type(land, 'housing_homestead', '房屋宅基地', 'Housing and homestead', [37.7, 0.4, 1.0, 'even', 0.24, 1.5, 'administrative', 1]),
	type(money, 'damages', '损害赔偿', 'Damages', [75.1, 1.15, 1.02, 'summer', 0.34, 1, 'judicial', 1]),
	type(money, 'contract', '合同', 'Contract', [20.6, 2.4, 1.05, 'year_end', 0.14, 1.5, 'judicial', 1.5]),
	type(money, 'consumer', '消费', 'Consumer', [18, 5, 1.1, 'even', 0.55, 0.6, 'administrative', 0.4]),
	type(land, 'land_contract', '山林土地承包', 'Forest and land contract', [237.2, 0.1, 0.97, 'farming', 0.27, 1.2, 'administrative', 1]),
	type(land, 'tenure', '权属界线', 'Tenure and boundaries', [22, 0.2, 1.0, 'farming', 0.2, 1.8, 'administrative', 1.5]),
	type(land, 'expropriation', '征地拆迁', 'Expropriation and demolition', [53.4, 1.3, 0.93, 'even', 0.06, 2.6, 'administrative', 6]),
	type(land, 'property_management', '物业', 'Property management', [0.3, 100, 1.12, 'even', 0.3, 1.2, 'third_party', 2.5]),
	type(land, 'construction', '建设工程质量', 'Construction quality', [7, 3, 1.0, 'year_end', 0.08, 2, 'administrative', 4]),
	type(affairs, 'environment', '环境污染', 'Environmental pollution', [3, 5, 1.06, 'summer', 0.22, 1.5, 'administrative', 4]),
	type(work, 'labour', '劳动人事', 'Labour and personnel', [7.6, 6, 1.06, 'spring_festival_before', 0.14, 1.3, 'administrative', 5]),
	type(work, 'enterprise', '企业改制', 'Enterprise restructuring', [1, 5, 0.95, 'even', 0, 3, 'administrative', 8]),
	type(work, 'medical', '医疗', 'Medical', [4.7, 5, 1.02, 'even', 0.05, 1.8, 'third_party', 3]),
	type(work, 'traffic', '交通事故', 'Traffic accident', [8.1, 4, 1.04, 'year_end', 0.3, 1, 'third_party', 1]),
	type(affairs, 'school', '校园', 'School', [9, 3, 1.0, 'term', 0.3, 0.8, 'third_party', 2]),
	type(affairs, 'village_affairs', '村务管理', 'Village affairs', [16.7, 0.12, 0.98, 'even', 0.2, 1.5, 'administrative', 2]),
	type(affairs, 'ethnic_religious', '民族宗教', 'Ethnic and religious', [1, 1.2, 1.0, 'even', 0.1, 1.5, 'administrative', 4]),
	type(affairs, 'veterans', '退役安置', "Veterans' placement", [2, 1.4, 1.0, 'even', 0.05, 2.5, 'administrative', 6]),
	type(affairs, 'judicial', '涉法涉诉', 'Judicial activity', [4, 1.5, 1.0, 'even', 0.02, 2.5, 'judicial', 3]),
	type(affairs, 'enforcement', '行政执法', 'Administrative enforcement', [3, 2.2, 1.0, 'even', 0.12, 2, 'administrative', 2]),
	type(affairs, 'cadre', '干部作风', 'Cadre conduct', [3, 0.8, 1.0, 'even', 0.1, 2, 'administrative', 1]),
	// No sea: in the list, never drawn.
	type(affairs, 'maritime', '海事渔事', 'Maritime and fishery', [0, 1, 1.0, 'even', 0, 1, 'people', 1]),
	type(affairs, 'family_planning', '计划生育', 'Family planning', [2.2, 0.8, 1.0, 'even', 0.1, 1.5, 'administrative', 1], 2015),
	type(other, 'other', '其他', 'Other', [73.1, 1.1, 1.0, 'even', 0.3, 1, 'administrative', 1])
];
