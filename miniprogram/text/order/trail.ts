/** An order's way: in the resident's words, and in full for those who answer for it. */
import type { OrderView, TrailView } from '../../contracts/order';
import { clock, dayTime, left, sameDay } from '../dates';
import { hatName } from '../person/hats';
import { reasonName } from './names';

export interface Step {
  /** Its place on the way. */
  readonly key: string;
  readonly state: 'done' | 'now' | 'next';
  readonly title: string;
  readonly line: string;
}

const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

type Voice = Record<TrailView['action'], (line: TrailView, order: OrderView) => string>;

const by = (line: TrailView, instead: string): string => line.byName ?? instead;

/** Whoever joined reads of the neighbour who asked. */
const asker = (order: OrderView): string => (order.joined ? '邻居' : '您');

function dispatched(line: TrailView): string {
  if (line.count === 0) return `${by(line, '网格员')}看过，发布出去了`;
  return line.count === undefined
    ? `${by(line, '网格员')}看过，派了人`
    : `${by(line, '网格员')}看过，派给了 ${line.count} 位党员`;
}

/** To the resident; what a member said in declining is between them and the grid worker. */
const toResident: Voice = {
  create: (_line, order) =>
    order.source === 'phone' ? `社区接了电话，替${asker(order)}点了单` : `${asker(order)}点了单`,
  join: () => '又有一户说是一回事',
  dispatch: dispatched,
  accept: (line, order) => (order.kind === 'agency' ? `${by(line, '网格员')}来办` : `${by(line, '党员')}接了单`),
  decline: () => '有一位去不了，还在等别人',
  release: (line) => `${by(line, '来的人')}来不了了，正在重新派`,
  complete: (line) => `${by(line, '来的人')}说办好了`,
  confirm: (_line, order) => `${asker(order)}点了头`,
  reopen: (_line, order) => `${asker(order)}说没解决，接着办`,
  cancel: (_line, order) => `${asker(order)}撤了单`,
  refuse: () => '社区看过，这件事办不了',
  merge: () => '和邻居点的并到一起办',
  transfer: () => '转给别处接着办',
  remind: () => '催了一次',
  warn: () => '快到点了，又提醒了一遍',
  escalate: () => '到点没人去，报给了上一级',
  lapse: () => '七天没回音，先收尾了',
};

const toStaff: Voice = {
  create: (line, order) =>
    order.source === 'phone' ? `${by(line, '社区')}接电话，记下这张单` : `${by(line, '居民')}点了单`,
  join: (line) => `${by(line, '一户居民')}说是一回事，算一个`,
  dispatch: (line) =>
    line.count === 0 ? `${by(line, '网格')}发布出去，等人认领` : `${by(line, '网格')}派给了 ${line.count ?? 1} 位`,
  accept: (line) => `${by(line, '党员')}接了单`,
  decline: (line) => `${by(line, '党员')}去不了`,
  release: (line) => `${by(line, '党员')}放下了这张单`,
  complete: (line) => `${by(line, '党员')}说办好了`,
  confirm: (line) => `${by(line, '居民')}点了头`,
  reopen: (line) => `${by(line, '居民')}说没解决`,
  cancel: (line) => `${by(line, '居民')}撤了单`,
  refuse: (line) => `${by(line, '网格')}退回了这张单`,
  merge: (line) => `${by(line, '网格')}并到了别的单`,
  transfer: (line) => `${by(line, '网格')}转给了别处`,
  remind: (line) => `${by(line, '网格')}催了一次`,
  warn: () => '过了三分之二的时间，系统提醒',
  escalate: () => '到点没人去，系统报给上一级',
  lapse: () => '七天没回音，系统收尾',
};

const detail = (line: TrailView): string => joined(reasonName(line.reason), line.note);

/** The day is said once; later lines of the same day give the time alone. */
function whenSaid(line: TrailView, before: TrailView | undefined): string {
  return before !== undefined && sameDay(line.at, Date.parse(before.at)) ? clock(line.at) : dayTime(line.at);
}

const hidden: readonly TrailView['action'][] = ['decline', 'release'];

type Unkeyed = Omit<Step, 'key'>;
const keyed = (steps: readonly Unkeyed[]): Step[] => steps.map((one, index) => ({ key: String(index), ...one }));

function past(order: OrderView): Unkeyed[] {
  return order.trail.map((line, index) => ({
    state: 'done',
    title: toResident[line.action](line, order),
    line: joined(whenSaid(line, order.trail[index - 1]), hidden.includes(line.action) ? '' : detail(line)),
  }));
}

const step = (state: 'now' | 'next', title: string, line = ''): Unkeyed => ({ state, title, line });
const nod = (state: 'now' | 'next', order: OrderView): Unkeyed =>
  order.joined ? step(state, '点单的邻居点头，才算办完') : step(state, '您点头，才算办完', '打分，或者说没解决');

function ahead(order: OrderView, nowMs: number): Unkeyed[] {
  const member = order.kind === 'agency' ? '网格员来办' : '等党员接单';
  const deadline = order.dispatchBy ?? order.acceptBy;
  const remaining = deadline === undefined || order.late ? '' : left(deadline, nowMs);
  if (order.status === 'submitted')
    return [
      step('now', order.returns > 0 ? '正在重新派人' : '等网格员看', remaining),
      step('next', member),
      step('next', '上门帮忙'),
      nod('next', order),
    ];
  if (order.status === 'dispatched')
    return [step('now', member, remaining), step('next', '上门帮忙'), nod('next', order)];
  if (order.status === 'accepted')
    return [
      step('now', order.assigneeName === undefined ? '上门帮忙' : `${order.assigneeName}来帮忙`),
      nod('next', order),
    ];
  return order.status === 'completed' ? [nod('now', order)] : [];
}

/** What happened, what is on, and what is still to come, as the resident sees it. */
export const progressSteps = (order: OrderView, nowMs: number): Step[] =>
  keyed([...past(order), ...ahead(order, nowMs)]);

/** Who, in which hat, when and why. */
export function trailSteps(order: OrderView): Step[] {
  return keyed(
    order.trail.map((line) => ({
      state: 'done',
      title: toStaff[line.action](line, order),
      line: joined(line.hat === undefined ? '' : hatName(line.hat), dayTime(line.at), detail(line)),
    })),
  );
}
