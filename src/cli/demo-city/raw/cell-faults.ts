import { dayOf } from '#cli/demo-city/calendar.ts';
import { elementAt } from '#cli/demo-city/element-at.ts';
import type { Random } from '#cli/demo-city/random.ts';
import type { LedgerColumn, LedgerRow } from './ledger.ts';

/** What is wrong with one cell: how it is written, and what a careful clerk would have written. */
export interface CellFault {
	column: LedgerColumn;
	kind: string;
	written: string;
	right: string;
}

interface Spoiling {
	kind: string;
	columns: readonly LedgerColumn[];
	/** Share of rows. */
	share: number;
	/** The spoilt text; undefined where this cell cannot be spoilt so. */
	spoil: (right: string, random: Random) => string | undefined;
}

const dates: readonly LedgerColumn[] = ['登记日期', '办结日期'];
const spreadsheetEpoch = dayOf('1899-12-30');

const dateStyles: readonly ((year: string, month: number, day: number) => string)[] = [
	(year, month, day) => `${year}/${month}/${day}`,
	(year, month, day) => `${year}.${month}.${day}`,
	(year, month, day) => `${year}年${month}月${day}日`,
	(_, month, day) => `${month}月${day}日`,
	(year, month, day) => year + String(month).padStart(2, '0') + String(day).padStart(2, '0'),
	(year, month, day) => `${year.slice(2)}-${month}-${day}`
];

const typeWords: Readonly<Record<string, readonly string[]>> = {
	邻里: ['邻里纠纷', '相邻关系'],
	婚姻家庭: ['婚姻', '婚姻家庭纠纷'],
	山林土地承包: ['土地承包', '山林纠纷'],
	损害赔偿: ['人身损害', '损害赔偿纠纷'],
	劳动人事: ['劳资纠纷', '讨薪'],
	交通事故: ['交通'],
	征地拆迁: ['拆迁']
};

const outcomeWords: Readonly<Record<string, readonly string[]>> = {
	调处成功: ['成功', '已调解', '√'],
	调处不成功: ['不成功', '未果'],
	正在调处: ['调解中']
};

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const spoilings: readonly Spoiling[] = [
	{
		kind: 'date_style',
		columns: dates,
		share: 0.12,
		spoil: (right, random) => {
			const [year = '', month = '', day = ''] = right.split('-');
			const style = elementAt(dateStyles, random.integer(dateStyles.length));
			return day === '' ? undefined : style(year, Number(month), Number(day));
		}
	},
	{
		kind: 'date_serial',
		columns: dates,
		share: 0.02,
		spoil: (right) => (right === '' ? undefined : String(dayOf(right) - spreadsheetEpoch))
	},
	{
		kind: 'date_impossible',
		columns: ['登记日期'],
		share: 0.002,
		spoil: (right) => `${right.slice(0, 8)}32`
	},
	{
		kind: 'code_eaten',
		columns: ['区划代码'],
		share: 0.04,
		spoil: (right) => `${Number(right.slice(0, 6)) / 100000}E+11`
	},
	{ kind: 'code_decimals', columns: ['区划代码'], share: 0.02, spoil: (right) => `${right}.0` },
	{
		kind: 'name_blanked',
		columns: ['村（社区）'],
		share: 0.03,
		spoil: (right) => (right === '' ? undefined : `*${right.slice(1)}`)
	},
	{
		kind: 'name_old',
		columns: ['乡镇（街道）'],
		share: 0.04,
		spoil: (right) => (right.endsWith('镇') ? `${right.slice(0, -1)}乡` : undefined)
	},
	{
		kind: 'digits_full_width',
		columns: ['涉及人数', '登记日期', '序号'],
		share: 0.03,
		spoil: (right) =>
			right.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
	},
	{
		kind: 'number_with_words',
		columns: ['涉及人数'],
		share: 0.04,
		spoil: (right, random) =>
			random.isTrueWith(0.5) ? `${right}人` : numerals[Number(right)]?.concat('人')
	},
	{
		kind: 'type_in_other_words',
		columns: ['纠纷类型'],
		share: 0.08,
		spoil: (right, random) => {
			const others = typeWords[right];
			return others && elementAt(others, random.integer(others.length));
		}
	},
	{
		kind: 'outcome_in_other_words',
		columns: ['调处结果'],
		share: 0.06,
		spoil: (right, random) => {
			const others = outcomeWords[right];
			return others && elementAt(others, random.integer(others.length));
		}
	},
	{
		kind: 'spaces',
		columns: ['乡镇（街道）', '村（社区）', '纠纷类型'],
		share: 0.03,
		spoil: (right, random) =>
			right === '' ? undefined : random.isTrueWith(0.5) ? `\u3000${right}` : `${right}  `
	},
	{ kind: 'value_missing', columns: ['登记日期', '纠纷类型'], share: 0.002, spoil: () => '' },
	{
		kind: 'identifier_in_text',
		columns: ['备注'],
		share: 0.01,
		spoil: (_, random) => `联系电话0000000${String(1000 + random.integer(2000))}`
	},
	{ kind: 'formula', columns: ['备注'], share: 0.002, spoil: () => '=1+1' }
];

/** Spoils a row as a hurried clerk would, at most once a cell, and says what was done. */
export function spoilt(row: LedgerRow, random: Random): { row: LedgerRow; faults: CellFault[] } {
	const cells = { ...row };
	const faults: CellFault[] = [];
	for (const { kind, columns, share, spoil } of spoilings) {
		for (const column of columns) {
			if (!random.isTrueWith(share) || faults.some((fault) => fault.column === column)) continue;
			const right = row[column];
			const written = spoil(right, random);
			if (written === undefined || written === right) continue;
			cells[column] = written;
			faults.push({ column, kind, written, right });
		}
	}
	return { row: cells, faults };
}
