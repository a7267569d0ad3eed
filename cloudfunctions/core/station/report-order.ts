import type { OrderDraft } from '../order/document/create-order';
import { buildOrder, partyOf } from '../order/document/create-order';
import { createFinishCode } from '../order/document/finish-code';
import type { Requester } from '../order/document/order';
import { requesterOf } from '../order/flow/order-place';
import { withNews, type AnnouncedOrder } from '../order/flow/news';
import { startAcceptance } from '../order/rules/deadlines';
import { evolve } from '../order/rules/evolve';
import type { Caller } from '../access/caller';
import type { Community } from '../place/community';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import type { Station } from './station';

/** Somebody without a login, as the order remembers them: their name is nobody's business, and nobody calls back. */
function passerBy(openid: string): Requester {
  return { personId: derivedId('w', openid), name: '', phone: '', openid, kind: 'resident', verified: true };
}

/**
 * What somebody found wrong at a station, as an order that is offered to its steward, who does it by post. Where nobody
 * keeps the station, it waits for the grid's staff.
 */
export function reportOrder(
  context: Context,
  caller: Caller,
  report: {
    readonly orderId: string;
    readonly words: string;
    readonly station: Station;
    readonly community: Community;
  },
): AnnouncedOrder {
  const { station, community } = report;
  const at = context.clock.now();
  const requester = caller.login ? requesterOf(caller.login) : passerBy(caller.openid);
  const draft: OrderDraft = {
    _id: report.orderId,
    category: 'station',
    words: report.words,
    when: 'any',
    private: false,
    place: station.place,
    requester,
    source: 'card',
    photos: [],
    finishCode: createFinishCode(context.ids),
    by: { personId: requester.personId, name: requester.name, hat: caller.login ? caller.hat.hat : 'anonymous' },
    request: context.request,
  };
  const created = buildOrder(draft, community, at);
  const steward = partyOf(station.steward);
  if (!steward || steward.personId === requester.personId) return withNews(created, created);
  const offered = evolve(created, {
    line: { at, action: 'dispatch', by: null, hat: null, reason: null, note: null, count: 1, request: null },
    change: {
      status: 'dispatched',
      offers: [{ ...steward, at, state: 'open', reason: null, byPost: true }],
      ...startAcceptance(created, at),
    },
  });
  return withNews(created, offered);
}
