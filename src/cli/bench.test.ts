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
			sizes: [10_000, 100_000, 1_000_000, 10_000_000],
			asMarkdown: false
		});
	});

	it('is one benchmark of one dataset, so many times', () => {
		const args = ['ready', '--runs', '3', '--dataset', 'demo-city', '--markdown'];
		expect(benchArguments(args)).toEqual({
			benchmarks: [BENCHMARKS['ready']],
			runs: 3,
			dataset: 'demo-city',
			sizes: [],
			asMarkdown: true
		});
	});

	it('is one size', () => {
		const { benchmarks, sizes } = benchArguments(['explore', '--rows', '250000']);
		expect([benchmarks, sizes]).toEqual([[BENCHMARKS['explore']], [250_000]]);
	});

	it.each<[string, string[]]>([
		['no-such-benchmark', ['no-such-benchmark']],
		['ready, engine, answer', ['constructor']],
		['one benchmark', ['ready', 'engine']],
		['0', ['--runs', '0']],
		['many', ['--runs', 'many']],
		['10000000: 10000001', ['--rows', '10000001']],
		['10000000: 99', ['--rows', '99']],
		['not both', ['--rows', '1000', '--dataset', 'demo-city']],
		['--fast', ['--fast']]
	])('is not understood, and says so: %s', (named, args) => {
		expect(() => benchArguments(args)).toThrow(UsageError);
		expect(() => benchArguments(args)).toThrow(named);
	});
});
