import type { Random } from '#cli/demo-city/random.ts';
import type { TownshipKind } from '#cli/demo-city/settlement/settlements.ts';
import { nameOf, words, type Name } from './name.ts';

export const cityName = nameOf('云川', { zh: '市', en: '' });

/** In the order of the seats: three districts, two counties. */
export const countyNames: readonly Name[] = [
	...['云津', '岚桥', '澄湾'].map((core) => nameOf(core, { zh: '区', en: 'District' })),
	...['砚溪', '柏岭'].map((core) => nameOf(core, { zh: '县', en: 'County' }))
];

export const zoneName: Name = {
	zh: '云川高新区',
	en: 'Yunchuan High-tech Zone',
	pinyin: 'yunchuan'
};

const kindWords: Record<TownshipKind, { zh: string; en: string }> = {
	street: { zh: '街道', en: 'Subdistrict' },
	town: { zh: '镇', en: 'Town' },
	township: { zh: '乡', en: 'Township' }
};

/**
 * Names that sound like places and are none: no county, town, township or street in China bears one of them (a test
 * compares). Streets are called after what a city is proud of, towns after water and bridges, the others after hills.
 */
const cores: Record<TownshipKind, string[]> = {
	street: words(
		`映月 迎晖 锦桥 云桥 津门 望津 望川 学海 敬文 尚文 敦睦 惠风 清晏 汲泉 沁芳 荷香 桐荫 云麓 听涛 和畅 桂苑
		锦川 映川 观川 鸣琴 听松`
	),
	town: words(
		`青湾 青桥 青津 柳湾 柳渡 红溪 红塘 石津 松塘 松桥 云泉 云湾 枫渡 枫塘 桂湾 桃湾 银溪 鹤湾 鹿溪 鹿塘
		樟桥 莲溪 莲渡 清渡 砚塘 碧塘 碧湾 霞溪 茗溪 梧溪 槐溪 杏溪 芦湾 燕溪 墨溪 霜溪 杏塘 棠湾`
	),
	township: words(
		`青岭 柳岩 松坝 枫岭 桂岩 桃坝 银坪 鹤坪 樟坪 樟岭 玉岭 杨坪 柏坪 香岩 岚坪 澄坪 翠坪 苍岩
		茗坪 棠坝 兰坝 榆坪 杏坝 梨坝 竹岭 竹坝 芦坪 燕坪 铜岭 锦坪 钟坪 雪坪 丹岭 紫坪 樵坪 翠岭 霞岭 梧坪 碧坪`
	)
};

/** All names that a township may be given. */
export function everyTownshipName(): Name[] {
	const kinds = Object.keys(cores) as TownshipKind[];
	return kinds.flatMap((kind) => cores[kind].map((core) => nameOf(core, kindWords[kind])));
}

/** Names for townships, unique in the city, in both languages. */
export function townshipNamer(random: Random): (kind: TownshipKind) => Name {
	const left = {
		street: random.shuffled(cores.street),
		town: random.shuffled(cores.town),
		township: random.shuffled(cores.township)
	};
	return (kind) => {
		const core = left[kind].pop();
		if (core === undefined) throw new Error(`no township names left (${kind})`);
		return nameOf(core, kindWords[kind]);
	};
}
