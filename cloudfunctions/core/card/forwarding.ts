import type { Outbox } from '../message/outbox';
import { outgoingMessages } from '../message/outgoing';
import { callOf } from '../place/duty';
import type { Community } from '../place/community';
import { collection } from '../platform/database';
import { derivedId } from '../platform/ids';
import type { Card } from './card';
import { isSamePhone, writtenPhone } from '../../../miniprogram/contracts/written-phone';

/**
 * Whoever's number stands on papers of a grid that is called elsewhere by now is asked to forward calls, once for each
 * new number. `_id` derives from the grid and both numbers.
 */
export interface Forwarding extends Outbox {
  readonly _id: string;
  readonly communityId: string;
  readonly from: { readonly personId: string; readonly name: string; readonly phone: string };
  readonly to: { readonly name: string; readonly phone: string };
  readonly at: Date;
}

export const forwardings = collection<Forwarding>('forwardings');

/** What the person on an outdated paper is asked; undefined where their number is still the one to call. */
export function forwardingOf(community: Community, { place, paper }: Card, now: Date): Forwarding | undefined {
  const grid = community.grids.find(({ gridId }) => gridId === place.gridId);
  const { worker, call } = callOf(community, place.gridId, now);
  const to = worker ? { name: worker.name, phone: worker.phone } : { name: call.name, phone: call.phone };
  if (!paper?.text.holder || isSamePhone(paper.text.phone, to.phone)) return undefined;
  const { holder, phone } = paper.text;
  const _id = derivedId('f', place.gridId, holder.personId, phone, to.phone);
  const content = {
    kind: 'forward-calls',
    title: grid?.name ?? place.gridName,
    name: `${to.name} ${writtenPhone(to.phone)}`,
  } as const;
  return {
    _id,
    communityId: community._id,
    from: { ...holder, phone },
    to,
    at: now,
    outbox: outgoingMessages(_id, now, [{ personIds: [holder.personId], content }]),
    outboxAt: now,
  };
}
