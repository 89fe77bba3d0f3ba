import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchPlaces } from './place-search.ts';
import { smallDataset } from './small-dataset.ts';

const { areas: small } = smallDataset();
const areas = {
	...small,
	names: ['云川市', '云津区', '民华社区', '民安村', '安平县', '长乐村', '云上村'].map((zh, i) => ({
		zh,
		en:
			[
				'Yunchuan',
				'Yunjin District',
				'Minhua Community',
				"Min'an",
				'Anping',
				'Changle',
				'Yunshang'
			][i] ?? ''
	}))
};
const pinyin = [
	'yun chuan shi',
	'yun jin qu',
	'min hua she qu',
	'min an cun',
	'an ping xian',
	'chang le cun',
	'yun shang cun'
];
const found = (text: string, limit = 8): string[] =>
	searchPlaces(areas, pinyin, text, limit).map((at) => areas.names[at]?.zh ?? '');

describe('looking for a place', () => {
	it.each([
		['民华', ['民华社区']],
		['华', ['民华社区']],
		['minhua', ['民华社区']],
		['MIN HUA', ['民华社区']],
		['mhsq', ['民华社区']],
		['mhuasq', ['民华社区']],
		['minan', ['民安村']],
		["min'an", ['民安村']],
		['ｍｈ', ['民华社区']],
		['community', ['民华社区']],
		[areas.codes[2] ?? '', ['民华社区']],
		['clc', ['长乐村']],
		['nothing', []],
		['', []],
		['   ', []]
	])('"%s" finds %j', (text, names) => {
		expect(found(text)).toEqual(names);
	});

	it('puts what begins so before what holds it, and the coarser level first', () => {
		expect(found('yun')).toEqual(['云川市', '云津区', '云上村']);
		expect(found('an')).toEqual(['安平县', '云川市', '云上村', '民安村', '长乐村']);
	});

	it('gives no more than were asked for, and does without pinyin', () => {
		expect(found('yun', 2)).toEqual(['云川市', '云津区']);
		expect(searchPlaces(areas, [], 'mhsq', 8)).toEqual([]);
		expect(searchPlaces(areas, [], 'minhua', 8)).toEqual([2]);
	});

	const syllable = fc.constantFrom('min', 'hua', 'xi', 'an', 'xian', 'a', 'zhuang', 'e', 'lv');
	it('finds a place by any beginnings of its syllables, in their order', () => {
		fc.assert(
			fc.property(
				fc.array(fc.tuple(syllable, fc.nat(5)), { minLength: 1, maxLength: 7 }),
				(parts) => {
					const typed = parts.map(([whole, more]) => whole.slice(0, 1 + more)).join('');
					const its = parts.map(([whole]) => whole).join(' ');
					const all = pinyin.with(6, its);
					expect(searchPlaces(areas, all, typed, all.length)).toContain(6);
				}
			)
		);
	});
});
