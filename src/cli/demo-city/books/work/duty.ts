export const dutyColumns = [
	'id',
	'area',
	'unit',
	'post_zh',
	'post_en',
	'type',
	'assigned_on',
	'due_on',
	'status',
	'closed_on'
] as const;

export const dutyStepColumns = ['duty', 'on', 'step'] as const;

/** 交办 签收 办理 反馈 申请延期 督办 申请销号 审核销号 回访 */
export type DutyStep =
	| 'assigned'
	| 'signed'
	| 'working'
	| 'reported'
	| 'extension_asked'
	| 'supervised'
	| 'closing_asked'
	| 'closed'
	| 'revisited';

export interface DutyRow {
	id: string;
	area: string;
	unit: string;
	post_zh: string;
	post_en: string;
	type: string;
	assigned_on: string;
	due_on: string;
	/** The last step of its history. */
	status: DutyStep;
	closed_on: string;
}

export interface DutyStepRow {
	duty: string;
	on: string;
	step: DutyStep;
}
