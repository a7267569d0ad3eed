import { limits } from '../../../contracts/limits';
import { refuseReasons, type SearchKind, type OrderSummary } from '../../../contracts/order';
import type { Choice } from '../../../text/choice';
import { joinParts } from '../../../text/join';
import type { SheetContent } from '../../../text/sheet';
import { statusName } from '../../../text/order/names';
import { refuseChoices } from '../../../text/order/reasons';

const kinds: Record<SearchKind, string> = {
  number: '这个单号的',
  day: '这一天点的',
  phone: '这个电话点的',
  name: '这个名字点的',
  words: '说到这事的',
  filter: '新的在前',
};

/** As what the typed words were read, and in which month words were looked for. */
export function foundBy(kind: SearchKind, month: string | undefined): string {
  return month === undefined ? kinds[kind] : `${monthName(month)}${kinds[kind]}`;
}

/** What is done with several orders at once. */
export type TogetherAction = 'transfer' | 'refuse';
export const ordersTogether: readonly Choice<TogetherAction>[] = [
  { value: 'transfer', text: '一起转给别处办' },
  { value: 'refuse', text: '一起退回，说办不了' },
];
const transferSheet: SheetContent = {
  title: '一起转给别处办',
  line: '居民会看到转给了谁，答复了来记下',
  choices: [],
  placeholder: '转给谁，比如自来水公司、12345',
  requiresWords: true,
  maxWords: limits.officeName,
  submit: '转过去',
};
const refuseSheet: SheetContent = {
  title: '一起退回，说办不了',
  line: '每位居民都会看到这句话',
  choices: refuseChoices(refuseReasons),
  placeholder: '告诉居民该找谁',
  requiresWords: false,
  submit: '退回给居民',
};
export const togetherSheets: Readonly<Record<TogetherAction, SheetContent>> = {
  transfer: transferSheet,
  refuse: refuseSheet,
};

export function togetherLine(action: TogetherAction, count: number): string {
  return `${action === 'transfer' ? '转过去' : '退回'} ${count} 张`;
}

/** `known`: a number, a name, a telephone number, a day; `words`: what stands on the order. */
export type SearchWay = 'known' | 'words';
export const ways: readonly Choice[] = [
  { value: 'known', text: '单号、姓名' },
  { value: 'words', text: '单上的话' },
];
export const placeholders: Record<SearchWay, string> = { known: '单号、姓名', words: '比如：水管' };
export const hints: Record<SearchWay, string> = {
  known:
    '也可以写电话，或者哪天：11-20、2026-11-20。办完的也找得到，姓名写开头也行。什么都不写，也能按月、按哪一步、按哪个院看。',
  words: '写两个字以上，隔一个空就是两样都要说到。一次找一个月，不选就是这个月。保密的单，只有看得到的人找得到。',
};

export const unreadable: Record<SearchWay, string> = {
  known: '看不懂这是单号、姓名、电话还是哪天，写完整再找。',
  words: '至少写两个字再找。',
};

export const allMonths = '哪个月都行';
export const allStatuses = '哪一步都行';
export const allGrids = '哪个网格都行';

/** `2026 年 11 月` */
export function monthName(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${year} 年 ${Number(number)} 月`;
}

/** `2611-048372 · 王奶奶 · 柳巷 12 号院`; nobody's telephone number is among it, and no line begins with a dot. */
export function foundLine({ number, placeName }: OrderSummary, requesterName: string | undefined): string {
  return joinParts(number, requesterName, placeName);
}

export const foundTag = (order: OrderSummary): string => statusName(order, 'staff');
