import { describe, expect, it } from 'vitest';
import { placePinyin } from './place-pinyin.ts';

describe('pinyin of places', () => {
	it.each([
		['民华社区', 'min hua she qu'],
		['重庆路街道', 'chong qing lu jie dao'],
		['长乐村', 'chang le cun'],
		['绿水镇', 'lv shui zhen'],
		['第3社区', 'di 3 she qu'],
		['Back Bay', ''],
		['', '']
	])('%s is typed as "%s"', (name, typed) => {
		expect(placePinyin([name])).toEqual([typed]);
	});
});
