import { valueOf } from '#cli/demo-city/element-at.ts';

const readings = new Map<string, string>(
	`安an 坳ao 坝ba 柏bai 白bai 北bei 碧bi 滨bin 才cai 蔡cai 苍cang 曹cao 岔cha 茶cha 畅chang 长chang 陈chen 澄cheng 程cheng
	池chi 冲chong 川chuan 春chun 翠cui 大da 丹dan 邓deng 丁ding 东dong 洞dong 董dong 杜du 渡du 段duan 敦dun 范fan 方fang
	芳fang 丰feng 冯feng 枫feng 风feng 府fu 福fu 干gan 岗gang 高gao 葛ge 龚gong 沟gou 古gu 顾gu 观guan 光guang 桂gui 郭guo
	海hai 韩han 何he 和he 河he 荷he 贺he 鹤he 红hong 侯hou 湖hu 胡hu 华hua 花hua 槐huai 黄huang 回hui 惠hui 晖hui 汲ji 家jia
	姜jiang 江jiang 蒋jiang 街jie 津jin 锦jin 井jing 敬jing 蕨jue 坎kan 康kang 口kou 兰lan 岚lan 老lao 乐le 雷lei 李li 栗li
	梨li 黎li 莲lian 凉liang 梁liang 廖liao 林lin 岭ling 柳liu 龙long 卢lu 芦lu 路lu 陆lu 鹭lu 鹿lu 麓lu 罗luo 马ma 麻ma
	毛mao 梅mei 门men 孟meng 庙miao 民min 明ming 茗ming 鸣ming 墨mo 磨mo 睦mu 南nan 楠nan 泥ni 碾nian 宁ning 牛niu 潘pan
	彭peng 坪ping 平ping 坡po 漆qi 桥qiao 樵qiao 沁qin 琴qin 秦qin 庆qing 清qing 青qing 邱qiu 泉quan 仁ren 任ren 三san
	沙sha 山shan 杉shan 上shang 尚shang 邵shao 石shi 书shu 树shu 双shuang 霜shuang 水shui 顺shun 宋song 松song 苏su 孙sun
	太tai 檀tan 滩tan 谭tan 唐tang 塘tang 棠tang 桃tao 涛tao 陶tao 天tian 田tian 铁tie 听ting 桐tong 铜tong 头tou 土tu 瓦wa
	万wan 湾wan 望wang 汪wang 王wang 魏wei 文wen 窝wo 吴wu 梧wu 溪xi 下xia 夏xia 霞xia 巷xiang 祥xiang 香xiang 小xiao
	肖xiao 谢xie 新xin 兴xing 杏xing 熊xiong 徐xu 学xue 薛xue 雪xue 垭ya 堰yan 岩yan 晏yan 燕yan 砚yan 雁yan 杨yang 羊yang
	阳yang 姚yao 叶ye 尹yin 荫yin 银yin 映ying 迎ying 永yong 余yu 榆yu 渔yu 玉yu 园yuan 苑yuan 袁yuan 院yuan 月yue 云yun
	曾zeng 寨zhai 张zhang 樟zhang 赵zhao 郑zheng 中zhong 钟zhong 周zhou 朱zhu 竹zhu 紫zi 邹zou 嘴zui`
		.split(/\s+/)
		.map((entry) => [entry.slice(0, 1), entry.slice(1)] as const)
);

/** The syllables of a name, without tones. */
export function syllablesOf(name: string): string[] {
	return [...name].map((character) => valueOf(readings, character));
}

/** 'Qingshi' for 青石; an apostrophe where a syllable could be read into the one before it. */
export function pinyinOf(name: string): string {
	const joined = syllablesOf(name).reduce((text, syllable) =>
		/^[aeo]/.test(syllable) ? `${text}'${syllable}` : text + syllable
	);
	return joined.slice(0, 1).toUpperCase() + joined.slice(1);
}
