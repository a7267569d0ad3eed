import type { SearchKind, OrderSummary } from '../../../contracts/order';
import { joinParts } from '../../../text/join';
import { statusName } from '../../../text/order/names';

const kinds: Record<SearchKind, string> = {
  number: '这个单号的',
  day: '这一天点的',
  phone: '这个电话点的',
  name: '这个名字点的',
};

/** As what the typed words were read. */
export function foundBy(kind: SearchKind): string {
  return kinds[kind];
}

export const unreadable = '看不懂这是单号、姓名、电话还是哪天，写完整再找。';

/** `2611-048372 · 王奶奶 · 柳巷 12 号院`; nobody's telephone number is among it. */
export function foundLine({ number, placeName }: OrderSummary, requesterName: string | undefined): string {
  return joinParts(number, requesterName, placeName);
}

export const foundTag = (order: OrderSummary): string => statusName(order, 'staff');
