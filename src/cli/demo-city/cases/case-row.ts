/** The columns of `cases.csv`, in the order of a case's life. */
export const caseColumns = [
	'id',
	'screened_on',
	'opened_on',
	'accepted_on',
	'entered_on',
	'due_on',
	'closed_on',
	'area',
	'handled_level',
	'type',
	'channel',
	'on_the_spot',
	'source',
	'campaign',
	'referred_from',
	'referred_to',
	'outcome',
	'major',
	'mass',
	'people',
	'can_escalate',
	'repeat',
	'agreement',
	'kept',
	'judicial_confirmation',
	'organisation',
	'subsidy_approved_on',
	'subsidy_due_on',
	'subsidy_paid_on',
	'subsidy_yuan'
] as const;

export type CaseRow = Record<(typeof caseColumns)[number], string | number>;

export function yesNo(isTrue: boolean): 'yes' | 'no' {
	return isTrue ? 'yes' : 'no';
}
