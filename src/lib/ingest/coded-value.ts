import type { CodeField, Rule } from '#lib/domain/mapping.ts';
import { MISSING } from './case-table.ts';
import type { CodeList } from './code-list.ts';

export type Cell = (column: string) => string;

/**
 * Position of a row's code in its list. `MISSING` where the source says nothing;
 * undefined, with the text that was found, where it says something that the list does not know.
 */
export type CodedValue = { position: number } | { position: undefined; text: string };

export function makeCodedValue(
	field: Exclude<CodeField, { derived: string }>,
	list: CodeList
): (cell: Cell) => CodedValue {
	const lookUp = (text: string, position: number | undefined): CodedValue =>
		position === undefined ? { position, text } : { position };
	if ('rules' in field) {
		const tests = field.rules.map(makeTest);
		return (cell) => {
			const rule = field.rules[tests.findIndex((holds) => holds(cell))];
			if (!rule) return { position: MISSING };
			return lookUp(rule.code, list.tree.position.get(rule.code));
		};
	}
	const columns = [field.from].flat();
	return (cell) => {
		const text = columns.map(cell).join(' > ');
		if (columns.every((column) => cell(column) === '')) return { position: MISSING };
		return lookUp(text, list.bySource.get(text));
	};
}

function makeTest(rule: Rule): (cell: Cell) => boolean {
	const tests = Object.entries(rule.when).map(([column, condition]) => {
		if (Array.isArray(condition)) return (cell: Cell) => condition.includes(cell(column));
		if ('filled' in condition) return (cell: Cell) => (cell(column) !== '') === condition.filled;
		const pattern = new RegExp(condition.matches, 'i');
		return (cell: Cell) => pattern.test(cell(column));
	});
	return (cell) => tests.every((holds) => holds(cell));
}
