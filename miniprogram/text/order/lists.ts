/** The lists of the second tab, by hat. */
import type { DeskView, QueueFilter } from '../../contracts/order';
import { queueFilters } from '../../contracts/order';

export type DeskList = 'overdue' | 'returned' | 'reopened';
export const deskLists = ['overdue', 'returned', 'reopened'] as const;
export type ListKind = 'queue' | 'offers' | 'mine' | 'desk' | 'none';

export interface Counter {
  readonly value: string;
  readonly text: string;
  readonly count: number | '';
}

const filters: Record<QueueFilter, string> = { waiting: '待派', due: '快到点', callback: '要回电话', open: '在办' };

export const queueCounters = (
  counts: Readonly<Record<QueueFilter, number>>,
): { value: QueueFilter; text: string; count: number }[] =>
  queueFilters.map((filter) => ({ value: filter, text: filters[filter], count: counts[filter] }));

/** Orders that are somebody's own, to do or to wait for, and those that are over. */
const ownNames = { mine: '在办', offers: '要办的' } as const;
const deskNames: Record<DeskList, string> = { overdue: '没人接', returned: '等裁决', reopened: '没解决' };

/** What can be chosen before anything was counted. */
export function uncounted(kind: ListKind): Counter[] {
  if (kind === 'queue') return queueFilters.map((filter) => ({ value: filter, text: filters[filter], count: '' }));
  if (kind === 'desk') return deskLists.map((list) => ({ value: list, text: deskNames[list], count: '' }));
  if (kind === 'none') return [];
  return [
    { value: 'open', text: ownNames[kind], count: '' },
    { value: 'closed', text: '办完了', count: '' },
  ];
}

export const queueCounted = (counts: Readonly<Record<QueueFilter, number>>): Counter[] => queueCounters(counts);

export const deskCounted = (desk: DeskView): Counter[] =>
  deskLists.map((list) => ({ value: list, text: deskNames[list], count: desk[list].count }));

const hints: Partial<Record<string, string>> = {
  due: '再没人去就报给网格长',
  overdue: '到点没人派，或者派了没人接',
  returned: '退了两次，等您定谁来办',
  reopened: '居民说没解决的',
};
export const listHint = (value: string): string => hints[value] ?? '';

/** A queue goes by the name of its grid. */
export const listTitle = (kind: ListKind, placeName: string): string =>
  kind === 'queue' && placeName !== '' ? placeName : '办事';

interface Nothing {
  readonly empty: string;
  readonly hint: string;
}

const nothing: Record<ListKind, Nothing> = {
  queue: { empty: '这一栏是空的', hint: '有新单会在这里，也会发消息给您。' },
  offers: { empty: '眼下没有派给您的单', hint: '有了会在这里，也会发消息给您。' },
  mine: { empty: '眼下没有在办的单', hint: '有要帮忙的事，点一下“我要点单”。' },
  desk: { empty: '这一栏是空的', hint: '都有人管着。' },
  none: { empty: '这顶帽子没有要办的单', hint: '换一顶帽子，在“我的”里。' },
};
const nothingClosed: Nothing = { empty: '还没有办完的单', hint: '办完的会在这里，想看随时看。' };
export const emptyList = (kind: ListKind, filter: string): Nothing =>
  filter === 'closed' ? nothingClosed : nothing[kind];
