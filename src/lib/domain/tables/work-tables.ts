import type { TableSpec } from './column.ts';

/** 交办 签收 办理 反馈 申请延期 督办 申请销号 审核销号 回访 */
export const DUTY_STEPS = [
	'assigned',
	'signed',
	'working',
	'reported',
	'extension_asked',
	'supervised',
	'closing_asked',
	'closed',
	'revisited'
] as const;

/** What is done: duties and their history, listed persons as counts only, campaigns, visits, meetings, events. */
export const WORK_TABLES = {
	duties: {
		columns: {
			id: { kind: 'text', required: true },
			area: { kind: 'area', required: true },
			unit: { kind: 'reference', table: 'units', required: true },
			post_zh: { kind: 'text' },
			post_en: { kind: 'text' },
			type: { kind: 'codes', list: 'type' },
			assigned_on: { kind: 'date', required: true },
			due_on: { kind: 'date' },
			status: { kind: 'choice', of: DUTY_STEPS, required: true },
			closed_on: { kind: 'date' }
		},
		unique: ['id'],
		inOrder: [
			['assigned_on', 'due_on'],
			['assigned_on', 'closed_on']
		]
	},
	duty_history: {
		columns: {
			duty: { kind: 'reference', table: 'duties', required: true },
			on: { kind: 'date', required: true },
			step: { kind: 'choice', of: DUTY_STEPS, required: true }
		},
		unique: ['duty', 'on', 'step']
	},
	care_counts: {
		columns: {
			unit: { kind: 'reference', table: 'units', required: true },
			month: { kind: 'period', of: ['month'], required: true },
			status: { kind: 'choice', of: ['resolving', 'stable'], required: true },
			n: { kind: 'integer', from: 0, required: true }
		},
		unique: ['unit', 'month', 'status']
	},
	campaigns: {
		columns: {
			id: { kind: 'text', required: true },
			name_zh: { kind: 'text', required: true },
			name_en: { kind: 'text', required: true },
			kind: { kind: 'choice', of: ['concentrated', 'special'], required: true },
			from: { kind: 'date', required: true },
			to: { kind: 'date' },
			/** Empty: the whole city. */
			areas: { kind: 'areas' },
			screened: { kind: 'integer', from: 0 }
		},
		unique: ['id'],
		inOrder: [['from', 'to']]
	},
	visits: {
		columns: {
			id: { kind: 'text', required: true },
			on: { kind: 'date', required: true },
			area: { kind: 'area' },
			kind: { kind: 'text' }
		},
		unique: ['id']
	},
	meetings: {
		columns: {
			id: { kind: 'text', required: true },
			on: { kind: 'date', required: true },
			kind: { kind: 'text' },
			title_zh: { kind: 'text', required: true },
			title_en: { kind: 'text', required: true }
		},
		unique: ['id']
	},
	events: {
		columns: {
			id: { kind: 'text', required: true },
			from: { kind: 'date', required: true },
			to: { kind: 'date' },
			kind: { kind: 'text' },
			name_zh: { kind: 'text', required: true },
			name_en: { kind: 'text', required: true }
		},
		unique: ['id'],
		inOrder: [['from', 'to']]
	}
} as const satisfies Readonly<Record<string, TableSpec>>;
