import type { EnrolmentChannel } from '../../../../miniprogram/contracts/enrolment';
import type { ExportList, ExportSort } from '../../../../miniprogram/contracts/export';
import type { MemberClass } from '../../../../miniprogram/contracts/passbook';
import type { OrderOutcome, OrderStatus } from '../../../../miniprogram/contracts/order';

/** What heads the columns of each list. Those of people are headed as an import reads them. */
export const headers: Readonly<Record<ExportList, readonly string[]>> = {
  residents: ['姓名', '姓的读音', '联系电话', '居住类型', '住在哪个网格', '住处', '工作单位'],
  members: ['姓名', '姓的读音', '联系电话', '工作单位', '报到网格', '报到方式', '报到时间', '六个一做了几项'],
  posts: ['职务', '地方', '姓名', '联系电话', '岗位电话', '从哪天起'],
  orders: ['单号', '哪一类', '头一句', '到哪一步', '网格', '地方', '提单人', '电话', '接单人', '提单时间', '收尾时间'],
  needs: ['单号', '哪一类', '头一句', '星期几要', '几点到几点', '到哪一步', '网格', '地方', '接单人', '提单时间'],
  cards: ['卡号', '网格', '挂在哪里', '发卡时间', '谁发的', '哪天印的', '要重印', '谁领的', '领卡时间'],
  coverage: ['网格', '楼院', '有卡的楼院', '住户', '有卡的住户', '还没有卡的', '清点时间'],
  reviewNumbers: [
    ...['姓名', '月份', '人员类别', '组织生活分', '到会次数', '缺席次数', '组织生活补记分'],
    ...['服务分', '服务次数', '服务补记分', '考评'],
  ],
  reviewTexts: ['姓名', '月份', '人员类别', '评语'],
  commendations: ['哪个月或哪年', '姓名', '到会次数', '服务次数', '谁定的', '定的时间'],
};

/** The column that stands last on each line. */
export const numberHeader = '导出编号';

export const listNames: Readonly<Record<ExportList, string>> = {
  residents: '居民',
  members: '报到党员',
  posts: '职务',
  orders: '单子',
  needs: '群众需求台账',
  cards: '连心卡',
  coverage: '连心卡覆盖',
  reviewNumbers: '月考评（数）',
  reviewTexts: '月考评（评语）',
  commendations: '表扬名单',
};

export const sortNames: Readonly<Record<ExportSort, string>> = { pinyin: '按姓的读音排', strokes: '按姓氏笔画排' };

const residences = { resident: '常住', tenant: '租户' } as const;
export const residenceText = (kind: keyof typeof residences): string => residences[kind];

const channels: Readonly<Record<EnrolmentChannel, string>> = {
  group: '党小组组团',
  online: '线上报到',
  visit: '到社区报到',
  outreach: '摸排引导',
  free1: '第五种方式',
  free2: '第六种方式',
};
export const channelText = (channel: EnrolmentChannel, name: string | undefined): string => name ?? channels[channel];

const outcomes: Readonly<Record<OrderOutcome, string>> = {
  solved: '办好了',
  unrated: '办了，没回音',
  refused: '没能收下',
  merged: '并到一起办了',
  transferred: '转给别处了',
  cancelled: '撤了',
  impossible: '没办成',
  unreachable: '办了，没联系上',
};
const statuses: Readonly<Record<OrderStatus, string>> = {
  submitted: '待派',
  dispatched: '等人接',
  accepted: '在办',
  completed: '等居民点头',
  outside: '等别处答复',
  closed: '收尾了',
};

/** How an order stands, as staff read it on their pages. */
export function orderStateText(status: OrderStatus, outcome: OrderOutcome | null): string {
  return status === 'closed' && outcome !== null ? outcomes[outcome] : statuses[status];
}

const memberClasses: Readonly<Record<MemberClass, string>> = {
  committee: '班子成员',
  young: '青年党员',
  senior: '年老党员',
  special: '特殊党员',
};
/** A class of members (四类). */
export const memberClassText = (memberClass: MemberClass): string => memberClasses[memberClass];

export const yesNo = (value: boolean): string => (value ? '是' : '');

const weekdays = ['随时', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;
/** The day on which something is wanted: 1 Monday … 7 Sunday, 0 whenever. */
export const weekdayText = (day: number): string => weekdays[day] ?? '';
