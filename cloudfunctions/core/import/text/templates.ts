import type { OfferedKind } from '../../../../miniprogram/contracts/import';

/** What a template holds: its sheet's name, its headers, and one line that is marked as an example and left out. */
export interface Template {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly example: readonly string[];
}

/** Templates to download, by kind; numbers in them cannot ring. */
export const templates: Readonly<Record<OfferedKind, Template>> = {
  residents: {
    sheet: '居民',
    headers: ['序号', '姓名', '联系电话', '网格', '片区', '街巷', '院落', '门牌号', '居住类型', '工作单位'],
    example: ['例', '何桂香', '16400000000', '红色网格', '东片区', '石榴巷', '7号院', '东屋', '常住', ''],
  },
  members: {
    sheet: '报到党员',
    headers: ['序号', '姓名', '联系电话', '工作单位', '报到网格', '特长', '可服务时间', '院落', '门牌号'],
    example: ['例', '张海涛', '16400000000', '市第一中学', '红色网格', '水电维修、跑腿', '周六、晚上', '', ''],
  },
  posts: {
    sheet: '职务',
    headers: ['序号', '职务', '姓名', '联系电话', '网格', '片区', '街巷', '院落'],
    example: ['例', '楼院长', '任福贵', '16400000000', '红色网格', '东片区', '石榴巷', '7号院'],
  },
};
