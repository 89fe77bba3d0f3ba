import { elementAt } from './element-at.ts';
import { isAllowed } from './forbidden.ts';
import { pinyinOf } from './pinyin.ts';
import type { Random } from './random.ts';
import type { TownshipKind } from './settlements.ts';

export interface Name {
	zh: string;
	en: string;
}

export const cityName: Name = { zh: '云川市', en: 'Yunchuan' };

/** In the order of the hubs: three districts, two counties. */
export const countyNames: readonly Name[] = [
	...['云津', '岚桥', '澄湾'].map((core) => ({
		zh: `${core}区`,
		en: `${pinyinOf(core)} District`
	})),
	...['砚溪', '柏岭'].map((core) => ({ zh: `${core}县`, en: `${pinyinOf(core)} County` }))
];

const kindWords: Record<TownshipKind, { zh: string; en: string }> = {
	street: { zh: '街道', en: 'Subdistrict' },
	town: { zh: '镇', en: 'Town' },
	township: { zh: '乡', en: 'Township' }
};

const streetCores = words(
	`东门 北门 南桥 和睦 文兴 永和 学府 滨河 迎春 春华 光华 书院 桂花 木桥 凤仪 锦华 育才 新桥 竹林 清泉`
);

const countryCores = words(
	`青石 柳坪 红岩 石盘 大坪 新集 梨园 竹园 平溪 花坪 水磨 观山 长坡 沙坝 桥头 松林 双溪 云岭 东坝 白岩
	龙塘 茶坪 枫岭 桂溪 桃坝 黄葛 高桥 石坎 银坪 永坪 中坝 北坡 鹤坪 鹿鸣 麻柳 檀木 梅岭 古井 莲塘 三岔
	玉岭 天池 清溪 大湾 杨柳 南坪`
);

const communityHeads = words(`东 南 北 文 和 民 康 光 兴 春 学 滨 永 新 安 福 锦 桂 书 仁 明 太`);
const communityTails = words(`苑 街 路 门 巷 宁 乐 祥 顺 桥 园 华 府 阳 江 才 平`);
const villageHeads = words(
	`青 柳 红 石 大 新 梨 竹 平 花 观 长 沙 松 双 云 东 白 龙 茶 枫 桂 桃 黄 马 高 银 永 中 北 鹤 鹿 麻 檀
	樟 梅 古 莲 三 玉 天 清 杨 南 柏 干 土 回 水 铁 香`
);
const villageTails = words(
	`坪 岩 口 园 溪 岭 坝 头 林 泉 河 湾 沟 坡 塘 井 桥 寨 洞 田 垭 坎 滩 庙 堰 树 池`
);

/** Chance combinations that are well-known counties, districts or cities. */
const tooWellKnown = words(
	`桂林 玉林 石林 北林 云林 桃园 青田 大田 新田 古田 玉田 龙井 龙口 龙泉 龙湾 龙岩 黄岩 云岩 平泉 鹿泉
	红河 清河 三河 白河 香河 天河 东河 新河 沙河 红桥 平坝 平塘 东坡 云溪 南溪 松溪 松岭 莲池 长岭 南岭
	永和 文华 南华 新华 光华 春江 永宁 安宁 南宁 新宁 安乐 民乐 安顺 新平 南平 太平 文安
	锦江 滨江 南江 安阳 南阳 东阳 新阳 兴宁 新乐 康乐 永顺 安平 兴平 永平 东平 东宁 康平 和平`
);

function words(list: string): string[] {
	return list.trim().split(/\s+/);
}

/** Names for townships, unique in the city, in both languages. */
export function townshipNamer(random: Random): (kind: TownshipKind) => Name {
	const streets = random.shuffled(streetCores);
	const country = random.shuffled(countryCores);
	return (kind) => {
		const core = (kind === 'street' ? streets : country).pop();
		if (core === undefined) throw new Error(`no township names left (${kind})`);
		const word = kindWords[kind];
		return { zh: core + word.zh, en: `${pinyinOf(core)} ${word.en}` };
	};
}

/**
 * Names for the villages of one township, unique there in both languages; as in life they repeat
 * elsewhere. The seat of a rural township bears its name.
 */
export function villageNames(
	random: Random,
	kind: TownshipKind,
	township: Name,
	count: number
): Name[] {
	const isUrban = kind === 'street';
	const [heads, tails] = isUrban ? [communityHeads, communityTails] : [villageHeads, villageTails];
	const kindWord = isUrban ? { zh: '社区', en: 'Community' } : { zh: '村', en: 'Village' };
	const names = new Map<string, Name>();
	const add = (core: string) => {
		const name = { zh: core + kindWord.zh, en: `${pinyinOf(core)} ${kindWord.en}` };
		if (isAllowed(name.zh) && !names.has(name.en)) names.set(name.en, name);
	};
	if (!isUrban) add(township.zh.slice(0, 2));
	while (names.size < count) {
		const head = elementAt(heads, random.integer(heads.length));
		const tail = elementAt(tails, random.integer(tails.length));
		if (head !== tail && !tooWellKnown.includes(head + tail)) add(head + tail);
	}
	return [...names.values()];
}
