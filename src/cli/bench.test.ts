import { describe, expect, it } from 'vitest';
import { UsageError } from './arguments.ts';
import { benchArguments } from './bench.ts';
import { BENCHMARKS } from './bench/benchmarks.ts';

describe('what hetu bench is asked to do', () => {
	it('is everything, as often as each benchmark thinks right', () => {
		expect(benchArguments([])).toEqual({
			benchmarks: Object.values(BENCHMARKS),
			runs: undefined,
			dataset: undefined,
			asMarkdown: false
		});
	});

	it('is one benchmark of one dataset, so many times', () => {
		const args = ['ready', '--runs', '3', '--dataset', 'demo-city', '--markdown'];
		expect(benchArguments(args)).toEqual({
			benchmarks: [BENCHMARKS['ready']],
			runs: 3,
			dataset: 'demo-city',
			asMarkdown: true
		});
	});

	it.each<[string, string[]]>([
		['no-such-benchmark', ['no-such-benchmark']],
		['ready, engine, answer', ['constructor']],
		['one benchmark', ['ready', 'engine']],
		['0', ['--runs', '0']],
		['many', ['--runs', 'many']],
		['--fast', ['--fast']]
	])('is not understood, and says so: %s', (named, args) => {
		expect(() => benchArguments(args)).toThrow(UsageError);
		expect(() => benchArguments(args)).toThrow(named);
	});
});
