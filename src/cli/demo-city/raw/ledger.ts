import type { Area } from '#cli/demo-city/areas.ts';
import { caseTypes } from '#cli/demo-city/case-types.ts';
import type { CaseRow } from '#cli/demo-city/cases/case-row.ts';
import { valueOf } from '#cli/demo-city/element-at.ts';

/** The columns of a county's ledger as its clerk keeps it. */
export const ledgerColumns = [
	'序号',
	'案件编号',
	'乡镇（街道）',
	'村（社区）',
	'区划代码',
	'纠纷类型',
	'案件来源',
	'登记日期',
	'办结日期',
	'调解渠道',
	'调处层级',
	'是否随手调',
	'调处结果',
	'涉及人数',
	'是否重大',
	'当事人',
	'身份证号码',
	'联系电话',
	'家庭住址',
	'备注'
] as const;

export type LedgerColumn = (typeof ledgerColumns)[number];
export type LedgerRow = Record<LedgerColumn, string>;

/** Columns that name or reach a person: whoever reads the file must drop them. */
export const identifierColumns: readonly LedgerColumn[] = [
	'当事人',
	'身份证号码',
	'联系电话',
	'家庭住址'
];

const words: Partial<Record<keyof CaseRow, Readonly<Record<string, string>>>> = {
	source: {
		reported: '当事人申请',
		screening_concentrated: '集中排查',
		screening_special: '专项排查',
		screening_routine: '经常性排查',
		referred: '移交委派'
	},
	channel: {
		people: '人民调解',
		administrative: '行政调解',
		judicial: '司法调解',
		third_party: '第三方调解'
	},
	handled_level: { village: '村级', township: '乡镇级', county: '县级' },
	outcome: {
		in_progress: '正在调处',
		resolved: '调处成功',
		not_resolved: '调处不成功',
		withdrawn: '撤回',
		transferred: '移送'
	},
	on_the_spot: { yes: '是', no: '否' },
	major: { yes: '是', no: '否' }
};

const typeNames = new Map(caseTypes.map(({ code, zh }) => [code, zh]));

/** A case as a careful clerk would write it down; `number` counts the rows of the ledger. */
export function ledgerRow(
	each: CaseRow,
	number: number,
	areas: ReadonlyMap<string, Area>
): LedgerRow {
	const word = (column: keyof CaseRow) => words[column]?.[String(each[column])] ?? '';
	const area = valueOf(areas, String(each.area));
	const township = area.level === 'village' ? valueOf(areas, area.parent) : area;
	return {
		序号: String(number),
		案件编号: String(each.id),
		'乡镇（街道）': area.level === 'county' ? '' : township.name.zh,
		'村（社区）': area.level === 'village' ? area.name.zh : '',
		区划代码: area.code,
		纠纷类型: valueOf(typeNames, String(each.type)),
		案件来源: word('source'),
		登记日期: String(each.opened_on),
		办结日期: String(each.closed_on),
		调解渠道: word('channel'),
		调处层级: word('handled_level'),
		是否随手调: word('on_the_spot'),
		调处结果: word('outcome'),
		涉及人数: String(each.people),
		是否重大: word('major'),
		...nobody(number),
		备注: ''
	};
}

/** Persons that cannot exist: names that say so, a birthday of the month 00, telephones of nothing but zeros. */
function nobody(
	number: number
): Pick<LedgerRow, '当事人' | '身份证号码' | '联系电话' | '家庭住址'> {
	const digits = String(number).padStart(4, '0').replaceAll('5', '6');
	return {
		当事人: `虚构${['甲', '乙', '丙', '丁'][number % 4] ?? ''}、虚构${['戊', '己', '庚'][number % 3] ?? ''}`,
		身份证号码: `990000190000${digits}00`,
		联系电话: `0000000${digits}`,
		家庭住址: `虚构路${String((number % 90) + 1)}号`
	};
}
