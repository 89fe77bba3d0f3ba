import { valueOf } from './element-at.ts';

const readings = new Map<string, string>(
	`安an 白bai 柏bai 坝ba 北bei 滨bin 茶cha 场chang 长chang 池chi 澄cheng 川chuan 春chun 大da 东dong
	洞dong 渡du 枫feng 凤feng 福fu 府fu 干gan 高gao 葛ge 古gu 观guan 光guang 桂gui 和he 河he 鹤he 红hong
	湖hu 花hua 华hua 黄huang 回hui 集ji 江jiang 街jie 锦jin 井jing 康kang 坎kan 口kou 岚lan 乐le 梨li
	莲lian 林lin 岭ling 柳liu 龙long 鹿lu 路lu 麻ma 马ma 梅mei 门men 庙miao 民min 鸣ming 明ming 磨mo
	睦mu 木mu 南nan 宁ning 盘pan 坪ping 平ping 坡po 桥qiao 清qing 青qing 泉quan 仁ren 三san 沙sha 山shan
	石shi 树shu 书shu 双shuang 水shui 顺shun 松song 太tai 檀tan 潭tan 塘tang 滩tan 桃tao 天tian 田tian
	铁tie 厂chang 头tou 土tu 湾wan 文wen 溪xi 香xiang 祥xiang 巷xiang 向xiang 新xin 兴xing 学xue 岩yan
	砚yan 堰yan 杨yang 阳yang 垭ya 仪yi 银yin 迎ying 永yong 玉yu 育yu 院yuan 园yuan 苑yuan 云yun 寨zhai
	樟zhang 中zhong 竹zhu 才cai 岔cha 沟gou 津jin`
		.split(/\s+/)
		.map((entry) => [entry.slice(0, 1), entry.slice(1)] as const)
);

/** 'Qingshi' for 青石; an apostrophe where a syllable could be read into the one before it. */
export function pinyinOf(name: string): string {
	const syllables = [...name].map((character) => valueOf(readings, character));
	const joined = syllables.reduce((text, syllable) =>
		/^[aeo]/.test(syllable) ? `${text}'${syllable}` : text + syllable
	);
	return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}
