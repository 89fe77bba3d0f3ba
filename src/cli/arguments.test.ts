import { describe, expect, it } from 'vitest';
import { onlyDataset, readArguments, UsageError, type Options } from './arguments.ts';

const options: Options = { from: { type: 'string' }, json: { type: 'boolean' } };

describe('arguments', () => {
	it.each<[string[], string[], string | undefined, boolean]>([
		[[], [], undefined, false],
		[['a', '--json', 'b'], ['a', 'b'], undefined, true],
		[['--from', 'x', 'a'], ['a'], 'x', false],
		[['--from=x'], [], 'x', false],
		[['--', '--json'], ['--json'], undefined, false]
	])('of %j are read', (args, positionals, from, json) => {
		const read = readArguments(args, options);
		expect(read.positionals).toEqual(positionals);
		expect(read.text('from')).toBe(from);
		expect(read.flag('json')).toBe(json);
		expect(read.text('json')).toBeUndefined();
		expect(read.flag('from')).toBe(false);
	});

	it.each([
		[['--unknown']],
		[['--from']],
		[['--from', '--json']],
		[['--json=yes']],
		[['-x']],
		[['--constructor']]
	])('of %j are bad usage', (args) => {
		expect(() => readArguments(args, options)).toThrow(UsageError);
	});
});

describe('the only positional argument', () => {
	it('is given back', () => {
		expect(onlyDataset(readArguments(['a', '--json'], options))).toBe('a');
	});

	it.each([[[]], [['a', 'b']]])('is bad usage in %j', (args) => {
		const read = readArguments(args, options);
		expect(() => onlyDataset(read)).toThrow(new UsageError('请写明一个数据集。'));
	});
});
