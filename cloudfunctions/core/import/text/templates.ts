import type { OfferedKind } from '../../../../miniprogram/contracts/import';

/** What a sheet of a template holds: its name, its headers, and a line that is marked as an example and left out. */
export interface TemplateSheet {
  readonly sheet: string;
  readonly headers: readonly string[];
  readonly example: readonly string[];
}

const at = ['红色网格', '东片区', '石榴巷', '7号院'] as const;
const point = ['112.4940', '37.8500'] as const;
const degrees = ['经度（高德）', '纬度（高德）'] as const;

/** Templates to download, by kind; numbers in them cannot ring. */
export const templates: Readonly<Record<OfferedKind, readonly TemplateSheet[]>> = {
  places: [
    {
      sheet: '地方',
      headers: ['序号', '网格', '颜色', '片区', '街巷', '院落', '门牌号'],
      example: ['例', '红色网格', '红色', '东片区', '石榴巷', '7号院', '东屋'],
    },
    {
      sheet: '商铺和公共设施',
      headers: ['序号', '名称', '类型', '网格', '片区', '街巷', '院落'],
      example: ['例', '老马面馆', '商铺', '红色网格', '东片区', '石榴巷', ''],
    },
  ],
  residents: [
    {
      sheet: '居民',
      headers: ['序号', '姓名', '联系电话', '网格', '片区', '街巷', '院落', '门牌号', '居住类型', '工作单位'],
      example: ['例', '何桂香', '16400000000', ...at, '东屋', '常住', ''],
    },
  ],
  members: [
    {
      sheet: '报到党员',
      headers: [
        ...['序号', '姓名', '联系电话', '工作单位', '支部', '组织关系', '党员类别', '报到网格'],
        ...['报到方式', '特长', '可服务时间', '院落', '门牌号'],
      ],
      example: [
        '例',
        '张海涛',
        '16400000000',
        '市第一中学',
        '',
        '在单位',
        '',
        '红色网格',
        '组团',
        '水电维修、跑腿',
        '周六、晚上',
        '',
        '',
      ],
    },
  ],
  posts: [
    {
      sheet: '职务',
      headers: ['序号', '职务', '姓名', '联系电话', '网格', '片区', '街巷', '院落'],
      example: ['例', '楼院长', '任福贵', '16400000000', ...at],
    },
  ],
  activities: [
    {
      sheet: '以前的活动',
      headers: ['序号', '活动日期', '活动名称', '到会人数'],
      example: ['例', '2024-05-01', '主题党日：清理楼道', '31'],
    },
  ],
  stations: [
    {
      sheet: '行业党组织',
      headers: ['序号', '党组织名称', '行业'],
      example: ['例', '义井街道快递行业党支部', '快递'],
    },
    {
      sheet: '党建指导员',
      headers: ['序号', '姓名', '联系电话', '所属党组织'],
      example: ['例', '薛春燕', '16400000000', '义井街道快递行业党支部'],
    },
    {
      sheet: '站点',
      headers: ['序号', '站点名称', '行业', '所属党组织', '网格', ...degrees],
      example: ['例', '义井东街快递站点', '快递', '义井街道快递行业党支部', '红色网格', ...point],
    },
    {
      sheet: '驿站',
      headers: [
        '序号',
        '驿站名称',
        '依托单位',
        '地址',
        '网格',
        '开放时间',
        '服务项目',
        '驿站管理员',
        '联系电话',
        ...degrees,
      ],
      example: [
        ...['例', '义井东街驿站', '义井东街社区党群服务中心', '义井东街 12 号', '红色网格', '每天 8:00-21:00'],
        ...['药箱、饮水、充电、取暖', '贺小军', '16400000000', ...point],
      ],
    },
    {
      sheet: '爱心商户',
      headers: [
        '序号',
        '商户名称',
        '标识牌编号',
        '地址',
        '网格',
        '营业时间',
        '服务项目',
        '店主',
        '联系电话',
        ...degrees,
      ],
      example: [
        ...['例', '老马面馆', '爱心 001 号', '千峰南路 5 号', '红色网格', '周一至周六 9:00-20:30，周日休息'],
        ...['厕所、饮水', '马保平', '16400000000', ...point],
      ],
    },
  ],
};
