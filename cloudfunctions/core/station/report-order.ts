import type { Hat } from '../../../miniprogram/contracts/hat';
import type { StationProblem } from '../../../miniprogram/contracts/station';
import type { OrderDraft } from '../order/document/create-order';
import { buildOrder, partyOf } from '../order/document/create-order';
import { createFinishCode } from '../order/document/finish-code';
import type { Requester } from '../order/document/order';
import { requesterOf } from '../order/flow/order-place';
import { withNews, type AnnouncedOrder } from '../order/flow/news';
import type { HolidayCalendar } from '../time/day-kind';
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

/** What somebody found wrong at a station of a community. */
interface Report {
  readonly orderId: string;
  readonly problem: StationProblem;
  readonly words: string;
  readonly station: Station;
  readonly community: Community;
  /** Public holidays, where the community counts working days. */
  readonly calendar?: HolidayCalendar | undefined;
}

/**
 * A report as an order that is offered to the station's steward, who does it by post. Where nobody keeps the station,
 * it waits for the grid's staff.
 */
export function reportOrder(context: Context, caller: Caller, report: Report): AnnouncedOrder {
  const at = context.clock.now();
  const { calendar } = report;
  const requester = caller.login ? requesterOf(caller.login) : passerBy(caller.openid);
  const hat = caller.login ? caller.hat.hat : 'anonymous';
  const created = buildOrder(draftOf(context, report, requester, hat), report.community, at);
  const steward = partyOf(report.station.steward);
  if (!steward || steward.personId === requester.personId) return withNews(created, created);
  const offered = evolve(created, {
    line: { at, action: 'dispatch', by: null, hat: null, reason: null, note: null, count: 1, request: null },
    change: {
      status: 'dispatched',
      offers: [{ ...steward, at, state: 'open', reason: null, byPost: true }],
      ...startAcceptance(created, { at, ...(calendar && { calendar }) }),
    },
  });
  return withNews(created, offered);
}

function draftOf(
  { ids, request }: Context,
  { orderId, problem, words, station }: Report,
  requester: Requester,
  hat: Hat,
): OrderDraft {
  return {
    _id: orderId,
    category: 'station',
    words,
    when: 'any',
    private: false,
    place: station.place,
    requester,
    source: 'card',
    photos: [],
    finishCode: createFinishCode(ids),
    by: { personId: requester.personId, name: requester.name, hat },
    request,
    duplicateKey: derivedId('same:', station._id, problem),
  };
}
