/** The seats of an order that several do together, and who did not come to one. */
import type { Choice } from '../../../text/choice';
import type { OrderView } from '../../../contracts/order';
import { groupedPhone } from '../../../contracts/written-phone';
import { callPartyText } from '../../../text/order/names';
import { helperLine, noShowLine, seatsLine, waitingLine } from '../text/seats';

export interface SeatRow {
  readonly key: string;
  readonly name: string;
  /** As far as the reader may see it. */
  readonly phone: string;
  readonly line: string;
  /** Whom the reader may call; '' for nobody. */
  readonly personId: string;
  /** On the button that calls them. */
  readonly text: string;
}

export interface SeatsView {
  /** How many are needed, and how many there are; '' of an order for one. */
  readonly title: string;
  readonly helpers: readonly SeatRow[];
  readonly waiting: string;
  readonly noShows: readonly SeatRow[];
}

/** Somebody who says that they did come. */
export interface AppealView {
  readonly personId: string;
  readonly name: string;
  readonly words: string;
}

/** Null where one does it, and came. */
export function seatsView(order: OrderView): SeatsView | null {
  const { helpers = [], noShows = [] } = order;
  if (order.seats === undefined && noShows.length === 0) return null;
  return {
    title: seatsLine(order),
    helpers: helpers.map((one, index) => ({
      key: String(index),
      name: one.name,
      phone: groupedPhone(one.phone ?? ''),
      line: helperLine(one),
      personId: one.mayCall ? (one.personId ?? '') : '',
      text: callPartyText(one.name),
    })),
    waiting: waitingLine(order.waitingNames),
    noShows: noShows.map((one, index) => ({
      key: String(index),
      name: one.name,
      phone: '',
      line: noShowLine(one),
      personId: '',
      text: '',
    })),
  };
}

/** Whom the reader may take off it: who is still at it. */
export function removableOf({ actions, helpers, assignee }: OrderView): readonly Choice[] {
  if (!actions.includes('removeHelper')) return [];
  const all = helpers ?? (assignee ? [assignee] : []);
  return all.flatMap(({ personId, name, ...one }) =>
    personId === undefined || ('evidence' in one && one.evidence) ? [] : [{ value: personId, text: name }],
  );
}

/** The first on whose word nobody has ruled; null where the reader rules on none. */
export function appealOf({ noShows = [], actions }: OrderView): AppealView | null {
  if (!actions.includes('ruleNoShow')) return null;
  const open = noShows.find(({ appeal }) => appeal !== undefined && appeal.ruling === undefined);
  return open?.appeal ? { personId: open.personId, name: open.name, words: open.appeal.words } : null;
}
