import { expect, it } from 'vitest';
import { lineOf } from './line.ts';
import { markdownTable } from './markdown.ts';

it('is a table with a row for each line, judged where there is a budget', () => {
	const lines = [
		lineOf({ name: 'ready', dataset: 'large', rows: 116454 }, [1600], { budget: 1500 }),
		lineOf(
			{ name: 'answer', dataset: 'demo', rows: 8958, kind: 'discrete', engine: 'wasm' },
			[12.34, 20],
			{ budget: 33, scene: 'opening' }
		),
		lineOf({ name: 'engine', dataset: 'demo', rows: 8958, kind: 'load' }, [250])
	];
	expect(markdownTable(lines).replaceAll('\u202f', ' ').split('\n')).toEqual([
		'| what | dataset | rows | n | median | p95 | min–max | unit | budget | met |',
		'| --- | --- | --: | --: | --: | --: | --: | --: | --: | --: |',
		'| ready | large | 116 454 | 1 | 1 600 | 1 600 | 1 600–1 600 | ms | ≤ 1 500 | **no** |',
		'| answer: discrete, opening, wasm | demo | 8 958 | 2 | 16.2 | 19.6 | 12.3–20 | ms | ≤ 33 | yes |',
		'| engine: load | demo | 8 958 | 1 | 250 | 250 | 250–250 | ms |  |  |'
	]);
});
