import { describe, expect, it } from 'vitest';
import { Random } from '#cli/demo-city/random.ts';
import { pinyinOf } from './pinyin.ts';
import { villageNames } from './villages.ts';

describe('the names of villages', () => {
	it.each([false, true])('sound each their own way in one township (street: %s)', (isStreet) => {
		const areCommunities = Array.from({ length: 13 }, (_, place) => isStreet || place === 0);
		for (let seed = 0; seed < 40; seed += 1) {
			const random = new Random(seed, 'names');
			const names = villageNames(random, { core: '青湾', isStreet }, areCommunities);
			expect(new Set(names.map(({ pinyin }) => pinyin)).size).toBe(13);
			expect(names.filter(({ zh }) => zh === '青湾社区')).toHaveLength(isStreet ? 0 : 1);
			for (const { zh, en } of names)
				expect(en).toMatch(/社区$/.test(zh) ? /Community$/ : /Village$/);
		}
	});
});

describe('pinyin', () => {
	it.each([
		['青石', 'Qingshi'],
		['张家湾', 'Zhangjiawan'],
		['东安', "Dong'an"]
	])('writes %s as %s', (zh, pinyin) => {
		expect(pinyinOf(zh)).toBe(pinyin);
	});
});
