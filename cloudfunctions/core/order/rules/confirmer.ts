import type { ConfirmerView } from '../../../../miniprogram/contracts/award';
import type { ListedOrder, Party } from '../document/order';
import { isCalled } from './relations';

type Confirmed = Pick<ListedOrder, 'requester' | 'source' | 'worker' | 'leader' | 'secretary' | 'handlerIds'>;

/** Whose word a completed order waits for, as the order names them; `party` is null where only the post is known. */
export interface Confirmer {
  readonly by: ConfirmerView['by'];
  readonly party: Party | null;
}

/**
 * The requester, wherever they have WeChat. Else the first who had no hand in the order: the grid worker, the grid
 * leader, and where the grid has no such person, the committee.
 */
export function confirmerOf(order: Confirmed): Confirmer {
  if (!isCalled(order)) return { by: 'requester', party: order.requester };
  const isFree = (party: Party | null): party is Party => party !== null && !order.handlerIds.includes(party.personId);
  if (isFree(order.worker)) return { by: 'worker', party: order.worker };
  if (isFree(order.leader)) return { by: 'leader', party: order.leader };
  return { by: 'committee', party: isFree(order.secretary) ? order.secretary : null };
}
