/** The filters of a list of orders, with what stands behind each. */
import type { DeskView } from '../../contracts/desk';
import { queueFilters, type QueueFilter, type QueuePage } from '../../contracts/order';
import { closedName, deskNames, ownNames, queueNames, type DeskList, type ListKind } from '../../text/order/lists';

export interface Counter {
  readonly value: string;
  readonly text: string;
  /** '' where nothing was counted. */
  readonly count: number | string;
}

export const deskLists: readonly DeskList[] = ['overdue', 'returned', 'reopened'];

/** A busy place has more than were counted: `60+`. */
export function queueCounters(queue?: Pick<QueuePage, 'counts' | 'countsAtLeast'>): Counter[] {
  return queueFilters.map((filter) => ({ value: filter, text: queueNames[filter], count: countText(filter, queue) }));
}

function countText(filter: QueueFilter, queue?: Pick<QueuePage, 'counts' | 'countsAtLeast'>): number | string {
  if (queue === undefined) return '';
  return queue.countsAtLeast ? `${queue.counts[filter]}+` : queue.counts[filter];
}

/** A desk with more than one read holds says so. */
export const deskCount = (desk: DeskView, list: DeskList): number | string =>
  desk.countsAtLeast ? `${desk[list].count}+` : desk[list].count;

export function deskCounters(desk?: DeskView): Counter[] {
  return deskLists.map((list) => ({
    value: list,
    text: deskNames[list],
    count: desk ? deskCount(desk, list) : '',
  }));
}

/** What can be chosen before anything was counted. */
export function uncounted(kind: ListKind): Counter[] {
  if (kind === 'queue') return queueCounters();
  if (kind === 'desk') return deskCounters();
  if (kind === 'none') return [];
  return [
    { value: 'open', text: ownNames[kind], count: '' },
    { value: 'closed', text: closedName, count: '' },
  ];
}
