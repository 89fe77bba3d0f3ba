/**
 * Why there is no figure, or none to be judged. Each kind differs from the others in word, pattern and icon, so that
 * nobody takes "withheld" for "none" or "not filed" for "zero". Zero itself is a figure and is drawn as one.
 */
export const ABSENCES = [
	'too_few',
	'withheld',
	'nil_return',
	'not_filed',
	'not_applicable'
] as const;
export type Absence = (typeof ABSENCES)[number];
