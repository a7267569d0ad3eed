/** The filters of a list of orders, with what stands behind each. */
import { queueFilters, type DeskView, type QueueFilter } from '../../contracts/order';
import { closedName, deskNames, ownNames, queueNames, type DeskList, type ListKind } from '../../text/order/lists';

export interface Counter {
  readonly value: string;
  readonly text: string;
  /** '' where nothing was counted. */
  readonly count: number | '';
}

export const deskLists: readonly DeskList[] = ['overdue', 'returned', 'reopened'];

export function queueCounters(counts?: Readonly<Record<QueueFilter, number>>): Counter[] {
  return queueFilters.map((filter) => ({ value: filter, text: queueNames[filter], count: counts?.[filter] ?? '' }));
}

export function deskCounters(desk?: DeskView): Counter[] {
  return deskLists.map((list) => ({ value: list, text: deskNames[list], count: desk?.[list].count ?? '' }));
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
