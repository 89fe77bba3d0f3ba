import { elementAt } from '#cli/demo-city/element-at.ts';
import { isAllowed } from '#cli/demo-city/forbidden.ts';
import type { Random } from '#cli/demo-city/random.ts';
import { nameOf, words, type Name } from './name.ts';

const community = { zh: '社区', en: 'Community' };
const village = { zh: '村', en: 'Village' };

const townHeads = words(`东 南 北 文 和 民 康 光 兴 春 学 滨 永 新 安 福 锦 桂 书 仁 明 太`);
const townTails = words(`苑 宁 乐 祥 顺 园 华 府 阳 江 才 平 兴 丰 康 庆`);
const streetWords = ['路', '街', '巷', '桥'];
const heads = words(
	`青 柳 红 石 大 新 梨 竹 平 花 观 长 沙 松 双 云 东 白 龙 茶 枫 桂 桃 黄 马 高 银 永 中 北 鹤 鹿 麻 檀
	樟 梅 古 莲 三 玉 天 清 杨 南 柏 干 土 回 水 铁 香 上 下 小 老 桐 葛 漆 蕨 栗 杉 楠 泥 凉 瓦 磨 碾 牛 羊`
);
const tails = words(
	`坪 岩 口 园 溪 岭 坝 头 林 泉 河 湾 沟 坡 塘 井 桥 寨 洞 田 垭 坎 滩 庙 堰 树 池 湖 坳 冲 岗 岔 窝 嘴`
);
/** Families after whom hamlets are called: 张家湾. */
const families = words(
	`张 王 李 赵 陈 周 吴 徐 孙 朱 胡 郭 何 罗 梁 宋 郑 谢 唐 韩 冯 邓 曹 彭 曾 肖 董 潘 袁 蔡 蒋 余 杜 叶
	程 魏 苏 丁 任 卢 姚 姜 谭 陆 范 汪 廖 夏 方 邹 熊 孟 秦 邱 尹 薛 段 雷 侯 黎 陶 贺 毛 顾 龚 邵 万`
);
const familyTails = words(`湾 坝 沟 坪 岩 坡 桥 冲 垭 塘 林 院 岭 寨`);
const familyShare = 0.27;
const streetShare = 0.3;

/** Chance combinations that are well-known counties, districts or cities. */
const tooWellKnown = words(
	`桂林 玉林 石林 北林 云林 桃园 青田 大田 新田 古田 玉田 龙井 龙口 龙泉 龙湾 龙岩 黄岩 云岩 平泉 鹿泉
	红河 清河 三河 白河 香河 天河 东河 新河 沙河 红桥 平坝 平塘 东坡 云溪 南溪 松溪 松岭 莲池 长岭 南岭
	永和 文华 南华 新华 光华 春江 永宁 安宁 南宁 新宁 安乐 民乐 安顺 新平 南平 太平 文安 大冶 巫溪 高坪
	锦江 滨江 南江 安阳 南阳 东阳 新阳 兴宁 新乐 康乐 永顺 安平 兴平 永平 东平 东宁 康平 和平 永兴 新兴
	东兴 安康 永康 南康 新丰 南丰 永丰 安丰 东丰 安庆 大庆 德庆 永安 长沙 马山 黄石 黄山 石泉 清水 天水`
);

/** Names of one township: its seat bears its own; no two sound alike. As in life, they repeat in other townships. */
export function villageNames(
	random: Random,
	township: { core: string; isStreet: boolean },
	areCommunities: readonly boolean[]
): Name[] {
	const taken = new Set<string>();
	return areCommunities.map((isCommunity, rank) => {
		const kind = isCommunity ? community : village;
		const draw = () => (township.isStreet ? townCore(random) : countryCore(random));
		let name = nameOf(rank === 0 && !township.isStreet ? township.core : draw(), kind);
		while (taken.has(name.pinyin) || !isAllowed(name.zh)) name = nameOf(draw(), kind);
		taken.add(name.pinyin);
		return name;
	});
}

function townCore(random: Random): string {
	const core = paired(random, townHeads, townTails);
	if (!random.isTrueWith(streetShare)) return core;
	return core + elementAt(streetWords, random.integer(streetWords.length));
}

function countryCore(random: Random): string {
	if (!random.isTrueWith(familyShare)) return paired(random, heads, tails);
	const family = elementAt(families, random.integer(families.length));
	return `${family}家${elementAt(familyTails, random.integer(familyTails.length))}`;
}

function paired(random: Random, first: readonly string[], second: readonly string[]): string {
	const head = elementAt(first, random.integer(first.length));
	const tail = elementAt(second, random.integer(second.length));
	const isFit = head !== tail && !tooWellKnown.includes(head + tail);
	return isFit ? head + tail : paired(random, first, second);
}
