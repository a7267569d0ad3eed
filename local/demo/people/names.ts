import type { SeededRandom } from '../random';

const surnames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林郑谢罗宋唐许韩冯邓曹彭曾肖田董潘蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严武戴莫孔向汤',
];
const older = [
  '桂兰',
  '秀英',
  '玉珍',
  '淑芬',
  '凤仙',
  '改莲',
  '福生',
  '德厚',
  '贵喜',
  '长明',
  '守义',
  '兰香',
  '巧云',
  '存厚',
  '有福',
  '春花',
  '银柱',
  '根旺',
  '翠莲',
  '玉梅',
  '满堂',
  '万全',
  '来顺',
  '金凤',
];
const middle = [
  '建军',
  '志强',
  '爱萍',
  '丽华',
  '国平',
  '晓东',
  '红梅',
  '永刚',
  '海燕',
  '俊峰',
  '秋霞',
  '文斌',
  '玉兰',
  '卫东',
  '慧琴',
  '保平',
  '瑞芳',
  '立群',
  '志刚',
  '春燕',
  '建国',
  '世杰',
  '月华',
  '美玲',
  '广志',
  '丽萍',
  '宏伟',
  '彩霞',
];
const younger = [
  '晓雯',
  '子轩',
  '婷婷',
  '浩然',
  '佳怡',
  '宇航',
  '梦洁',
  '俊杰',
  '思远',
  '雅静',
  '博文',
  '欣悦',
  '凯',
  '磊',
  '倩',
  '阳',
  '雪',
  '鹏飞',
  '嘉琪',
  '一鸣',
  '晨曦',
  '若兰',
  '志远',
  '静怡',
  '泽宇',
  '丹妮',
  '晓峰',
  '雨桐',
];

/** People whom the articles name or who wrote them; nobody in the demo data bears such a name. */
export const articleNames: readonly string[] = [
  '司勇',
  '郭瑶斐',
  '李泽顺',
  '王丹',
  '陈思宇',
  '阎铁洁',
  '梁志云',
  '袁剑锋',
  '原茜',
  '毕晶晶',
  '梁月仙',
];

export type Age = 'old' | 'middle' | 'young';

const givenNames = { old: older, middle, young: younger } as const;

/** An invented name that fits an age; never one of the articles'. */
export function inventName(random: SeededRandom, age: Age): string {
  for (;;) {
    const name = random.pick(surnames) + random.pick(givenNames[age]);
    if (!articleNames.includes(name)) return name;
  }
}
