/** Calls for help that cannot wait for an order, as those who are told of them read them. */
import type { AlertNeed, AlertOutcome, AlertView } from '../../../contracts/alert';
import { ago } from '../../../text/dates';
import { joinParts } from '../../../text/join';

const needs: Readonly<Record<AlertNeed, string>> = { urgent: '急', illness: '病' };

export function needName(need: AlertNeed): string {
  return needs[need];
}

/** `李秀兰有急事找您` */
export function alertTitle({ need, name = '有人' }: AlertView): string {
  return need === 'illness' ? `${name}那里有人不舒服` : `${name}有急事找您`;
}

/** When, and who else was told: `12 分钟前 · 也告诉了郝文斌`. */
export function alertLine({ at, toldNames }: AlertView, nowMs: number): string {
  const others = toldNames.slice(1);
  return joinParts(ago(at, nowMs), others.length > 0 ? `也告诉了${others.join('、')}` : undefined);
}

const outcomes: Readonly<Record<AlertOutcome, string>> = {
  reached: '联系上了',
  visited: '去看过了',
  mistaken: '点错了',
};

/** `赵慧敏：联系上了 · 今天 10:05` */
export function settledLine({ outcome, settledBy = '', settledAt }: AlertView, nowMs: number): string {
  if (outcome === undefined) return '';
  return joinParts(`${settledBy}：${outcomes[outcome]}`, settledAt === undefined ? undefined : ago(settledAt, nowMs));
}

/** Somebody with a card and no login, or whose number the reader may not see. */
export function withoutPhone({ name, state }: AlertView): string {
  if (state === 'settled' || name !== undefined) return '';
  return '没留电话，去那儿看看，或者打给邻居问问';
}

export const alertSettledLine = '记下了';
