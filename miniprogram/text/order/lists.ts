/** The lists of the second tab, by hat. */
import type { QueueFilter } from '../../contracts/order';

export type DeskList = 'overdue' | 'returned' | 'reopened';
export type ListKind = 'queue' | 'offers' | 'mine' | 'desk' | 'none';

export const queueNames: Record<QueueFilter, string> = {
  waiting: '待派',
  late: '过了点',
  due: '快到点',
  callback: '要回电话',
  inProgress: '在办',
};
export const deskNames: Record<DeskList, string> = { overdue: '过了点', returned: '等裁决', reopened: '没解决' };

/** Orders that are somebody's own, to do or to wait for, and those that are over. */
export const ownNames = { mine: '在办', offers: '要办的' } as const;
export const closedName = '办完了';

const hints: Partial<Record<string, string>> = {
  late: '已经报上去了，您照样能派、能催',
  due: '再没动静，就一级一级往上报',
  callback: '先打电话再派人，办好了打电话问一声',
  overdue: '到点没人派、没人接、没办好，或者没打电话问',
  returned: '退回来几次了，等您定谁来办',
  reopened: '居民说没解决的',
};

export function listHint(filter: string): string {
  return hints[filter] ?? '';
}

/** A queue goes by the name of its grid. */
export function listTitle(kind: ListKind, placeName: string): string {
  return kind === 'queue' && placeName !== '' ? placeName : '办事';
}

interface EmptyText {
  readonly empty: string;
  readonly hint: string;
}

const emptyTexts: Record<ListKind, EmptyText> = {
  queue: { empty: '这一栏是空的', hint: '有新单会在这里。' },
  offers: { empty: '眼下没有派给您的单', hint: '有了会在这里，也会发消息给您。' },
  mine: { empty: '眼下没有在办的单', hint: '有要帮忙的事，点一下“我要点单”。' },
  desk: { empty: '这一栏是空的', hint: '没有等着您定的。' },
  none: { empty: '这顶帽子没有要办的单', hint: '换一顶帽子，在“我的”里。' },
};
const nothingClosed: EmptyText = { empty: '还没有办完的单', hint: '办完的会在这里，想看随时看。' };

export function emptyText(kind: ListKind, filter: string): EmptyText {
  return filter === 'closed' ? nothingClosed : emptyTexts[kind];
}
