import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '#lib/domain/dataset-index.ts';
import { smallDataset } from '#lib/domain/small-dataset.ts';
import { openingView, type View } from '#lib/domain/view.ts';
import { overwriteGetLocale } from '#lib/i18n/messages/runtime.js';
import { chosenOf, openingPart, viewInWords } from './chosen.ts';

let dataset: Dataset;
let opening: View;
beforeAll(() => {
	dataset = smallDataset();
	opening = openingView(dataset);
	overwriteGetLocale(() => 'zh-CN');
});

const chosen = (part: Partial<View>) => chosenOf(dataset, { ...opening, ...part }, 'zh-CN');

describe('what a reader has chosen', () => {
	it('is nothing when a city opens', () => {
		expect(chosen({})).toEqual([]);
	});

	it('is said in the order area, period, types', () => {
		const names = chosen({
			area: '10',
			level: 'village',
			from: '2020-08',
			types: ['family', 'land_use']
		}).map(({ name }) => name);
		expect(names).toEqual(['北县', '2020年8–12月', '家庭', '使用']);
	});

	it.each([
		['area', { area: '10', level: 'village' }],
		['period', { from: '2020-08', to: '2021-01' }],
		['type family', { types: ['family'] }]
	] as const)('can be taken away: %s', (key, part) => {
		const found = chosen(part).find((one) => one.key === key);
		expect({ ...opening, ...part, ...found?.without }).toEqual(opening);
	});

	it('loses one type and keeps the others', () => {
		const [first] = chosen({ types: ['family', 'land'] });
		expect(first?.without).toEqual({ types: ['land'] });
	});

	it('does not count the indicator and the order of the table, which clearing keeps', () => {
		const view = { ...opening, indicator: 'cases', sort: 'name', ascending: true } as const;
		expect(chosenOf(dataset, view, 'zh-CN')).toEqual([]);
		const filtered = { ...view, area: '40', level: 'village', types: ['land'], to: '2021-02' };
		expect({ ...filtered, ...openingPart(dataset) }).toEqual(view);
	});
});

describe('a View in words, as paper says it', () => {
	it('names place, period, types and indicator', () => {
		expect(viewInWords(dataset, opening, 'zh-CN')).toBe('小城 · 2020年7–12月 · 全部类型 · 发生率');
		const view = { ...opening, area: '10', types: ['land', 'family'] };
		expect(viewInWords(dataset, view, 'zh-CN')).toBe('北县 · 2020年7–12月 · 土地、家庭 · 发生率');
	});
});
