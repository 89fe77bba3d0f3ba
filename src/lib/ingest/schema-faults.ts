import type * as v from 'valibot';
import { REJECTION_REASONS, type Rejection, type RejectionReason } from '#lib/domain/errors.ts';
import type { FieldPath } from '#lib/domain/manifest-faults.ts';
import { jsonPlaces } from './json-places.ts';
import type { JsonFile } from './source-file.ts';

/** What is wrong with a field, by its place in the file. */
export interface FieldFault {
	readonly path: FieldPath;
	readonly value: string;
	readonly reason: RejectionReason;
	readonly expected?: string;
}

type Issue = v.BaseIssue<unknown>;

/** What a schema finds wrong in a JSON value: reasons that have a sentence, not the library's own English. */
export function schemaFaults(issues: readonly Issue[]): FieldFault[] {
	return issues.map((issue) => faultOf(issue));
}

/** Faults as rejections: with the line of the file, and entries of lists called by their ids rather than counted. */
export function fieldRejections(
	file: string,
	{ json, text }: JsonFile,
	faults: readonly FieldFault[]
): Rejection[] {
	if (faults.length === 0) return [];
	const places = jsonPlaces(text);
	return faults.map(({ path, value, reason, expected }) => ({
		file,
		row: places.lineOf(path),
		column: fieldName(json, path),
		value,
		reason,
		...(expected !== undefined && expected !== '' && { expected })
	}));
}

function fieldName(json: unknown, path: FieldPath): string {
	let at: unknown = json;
	const names = path.map((key) => {
		at = (at as Record<string | number, unknown> | null | undefined)?.[key];
		const id = typeof key === 'number' ? (at as { id?: unknown } | null | undefined)?.id : key;
		return typeof id === 'string' && id !== '' ? id : String(key);
	});
	return names.join('.');
}

/** The library's types of values, as words that the interface translates. */
const KINDS: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'number',
	boolean: 'flag',
	array: 'list',
	tuple: 'list',
	strict_tuple: 'list',
	object: 'object',
	strict_object: 'object',
	record: 'object'
};

function faultOf(issue: Issue, within: FieldPath = []): FieldFault {
	const path = [...within, ...keysOf(issue)];
	const value = issue.input === undefined ? '' : JSON.stringify(issue.input);
	const own = REJECTION_REASONS.find((reason) => reason === issue.message);
	if (own === 'field-number') {
		// What is asked of a fraction is a whole number: that has no least one to name.
		const least = typeof issue.requirement === 'number' ? issue.requirement : 1;
		return { path, value, reason: own, expected: String(least) };
	}
	if (own) return { path, value, reason: own };
	if (issue.type === 'union') return faultOfUnion(issue, path, value);
	if (issue.expected === 'never') return { path, value: '', reason: 'field-unknown' };
	const choices = choicesIn(issue);
	if (issue.received === 'undefined') {
		const isDenominator = path[0] === 'indicators' && path.at(-1) === 'denominator';
		const reason = isDenominator ? 'denominator-missing' : 'field-missing';
		return { path, value: '', reason, expected: choices };
	}
	if (choices !== '') return { path, value, reason: 'field-choice', expected: choices };
	const type = issue.expected === 'Object' ? 'object' : issue.type;
	return { path, value, reason: 'field-type', expected: KINDS[type] ?? type };
}

function keysOf({ path }: Issue): (string | number)[] {
	return (path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
}

function choicesIn({ type, expected }: Issue): string {
	if (!['literal', 'picklist', 'variant'].includes(type) || expected === 'Object') return '';
	return (expected ?? '').replace(/["()]/g, '').split(' | ').join(', ');
}

/**
 * Of the forms that a field may have, the one whose own field is wrong further inside is the one that was meant.
 * The paths of what is inside begin at the field.
 */
function faultOfUnion(issue: Issue, path: FieldPath, value: string): FieldFault {
	const inner = issue.issues ?? [];
	const meant = inner.find((one) => one.path && one.expected !== 'never' && !isMissingField(one));
	if (meant) return faultOf(meant, path);
	const names = [...new Set(inner.filter(isMissingField).map((one) => String(keysOf(one).at(-1))))];
	if (names.length > 0) return { path, value, reason: 'field-shape', expected: names.join(' / ') };
	const kinds = inner.map(({ type }) => KINDS[type] ?? type);
	return { path, value, reason: 'field-type', expected: [...new Set(kinds)].join(' / ') };
}

function isMissingField(issue: Issue): boolean {
	return issue.received === 'undefined' && issue.path !== undefined;
}
