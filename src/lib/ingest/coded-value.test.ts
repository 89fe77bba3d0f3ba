import { describe, expect, it } from 'vitest';
import { makeHierarchy } from '#lib/domain/hierarchy.ts';
import type { CodeField } from '#lib/domain/mapping.ts';
import { MISSING } from './case-table.ts';
import type { CodeList } from './code-list.ts';
import { makeCodedValue, type CodedValue } from './coded-value.ts';

const codes = ['open', 'resolved', 'border'];
const list: CodeList = {
	tree: makeHierarchy(
		codes.map((code) => ({ code, parent: undefined, name: { zh: code, en: code } }))
	).tree,
	bySource: new Map([
		['Open', 0],
		['Done', 1],
		['Land > Border', 2]
	])
};

function valueOf(
	field: Exclude<CodeField, { derived: string }>,
	cells: Record<string, string>
): CodedValue {
	return makeCodedValue(field, list)((column) => cells[column] ?? '');
}

describe('a coded value', () => {
	it.each<[string, Record<string, string>, CodedValue]>([
		['is the position of what the source writes', { State: 'Done' }, { position: 1 }],
		['is missing where the source says nothing', { State: '' }, { position: MISSING }],
		[
			'is unknown, with its text, where the list does not have it',
			{ State: 'Closed' },
			{ position: undefined, text: 'Closed' }
		],
		[
			'is not found by the code where the source writes another word',
			{ State: 'resolved' },
			{ position: undefined, text: 'resolved' }
		],
		['is found only letter by letter', { State: 'done ' }, { position: undefined, text: 'done ' }]
	])('%s', (_, cells, expected) => {
		expect(valueOf({ from: 'State' }, cells)).toEqual(expected);
	});

	it.each<[string, Record<string, string>, CodedValue]>([
		['is found', { Group: 'Land', Kind: 'Border' }, { position: 2 }],
		['is missing where all are empty', { Group: '', Kind: '' }, { position: MISSING }],
		[
			'is unknown where one is empty',
			{ Group: 'Land', Kind: '' },
			{ position: undefined, text: 'Land > ' }
		]
	])('of several columns %s', (_, cells, expected) => {
		expect(valueOf({ from: ['Group', 'Kind'] }, cells)).toEqual(expected);
	});
});

describe('a value by rules', () => {
	const field = {
		rules: [
			{ when: { State: ['closed'], Ending: { matches: '\\bsigned\\b' } }, code: 'resolved' },
			{ when: { State: ['closed', 'shut'], Ending: { filled: false } }, code: 'open' },
			{ when: { State: ['closed'] }, code: 'nowhere' },
			{ when: { Ending: { filled: true } }, code: 'border' }
		]
	};

	it.each<[Record<string, string>, CodedValue]>([
		[{ State: 'closed', Ending: 'Agreement SIGNED today' }, { position: 1 }],
		[
			{ State: 'closed', Ending: 'designed' },
			{ position: undefined, text: 'nowhere' }
		],
		[{ State: 'shut', Ending: '' }, { position: 0 }],
		[{ State: 'Closed', Ending: 'signed' }, { position: 2 }],
		[{ State: 'Closed', Ending: '' }, { position: MISSING }]
	])('is that of the first rule that holds: %j', (cells, expected) => {
		expect(valueOf(field, cells)).toEqual(expected);
	});

	it('is missing where there are no rules', () => {
		expect(valueOf({ rules: [] }, { State: 'closed' })).toEqual({ position: MISSING });
	});
});
