import type { OrderFigure } from '../../../../miniprogram/contracts/brief';
import type { OrderState } from '../document/order';

/** What tells whether a figure counts an order. */
export type CountedFields = Pick<
  OrderState,
  'outcome' | 'status' | 'reopened' | 'source' | 'rating' | 'urgent' | 'kind' | 'acceptedAt'
>;

const uncounted: ReadonlySet<string> = new Set(['cancelled', 'merged', 'transferred']);

/** Whether an order is among those made: withdrawn, merged and handed-over ones nobody here could solve. Pure. */
export function isCounted({ outcome }: Pick<OrderState, 'outcome'>): boolean {
  return outcome === null || !uncounted.has(outcome);
}

const isSolved = ({ outcome }: CountedFields): boolean => outcome === 'solved';

const figures: Readonly<Record<OrderFigure, (order: CountedFields) => boolean>> = {
  created: isCounted,
  solved: isSolved,
  unrated: ({ outcome }) => outcome === 'unrated',
  unreachable: ({ outcome }) => outcome === 'unreachable',
  unsolved: isUnsolved,
  refused: ({ outcome }) => outcome === 'refused',
  impossible: ({ outcome }) => outcome === 'impossible',
  reopened: ({ reopened }) => reopened > 0,
  enteredByStaff: (order) => isCounted(order) && order.source === 'phone',
  confirmedByCall: (order) => isCounted(order) && order.rating?.via === 'call',
  cancelled: ({ outcome }) => outcome === 'cancelled',
  merged: ({ outcome }) => outcome === 'merged',
  transferred: ({ outcome }) => outcome === 'transferred',
  urgent: (order) => isCounted(order) && order.urgent,
  urgentSolved: (order) => isSolved(order) && order.urgent,
  wishes: (order) => isCounted(order) && order.kind === 'wish',
  wishesSolved: (order) => isSolved(order) && order.kind === 'wish',
  underWay: (order) => order.outcome === null && !isUnsolved(order),
  accepted: (order) => isCounted(order) && order.acceptedAt !== null,
  rated: (order) => isCounted(order) && Boolean(order.rating?.stars),
};

/** Whether a figure counts an order: the number and the list that it opens ask the same. Pure. */
export function isInFigure(figure: OrderFigure, order: CountedFields): boolean {
  return figures[figure](order);
}

function isUnsolved({ outcome, reopened, status }: CountedFields): boolean {
  if (outcome === 'refused' || outcome === 'impossible') return true;
  return outcome === null && reopened > 0 && status !== 'completed';
}
