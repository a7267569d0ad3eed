import { limits } from '../../../../miniprogram/contracts/limits';
import type { ReportView } from '../../../../miniprogram/contracts/station';
import { stationProblems } from '../../../../miniprogram/contracts/station';
import { endpoint } from '../../access/endpoint';
import { orders, requestsOf } from '../../order/document/order';
import { needsCalendar } from '../../order/rules/accept-by';
import { readHolidays } from '../../time/holidays';
import { storeOrder } from '../../order/flow/order-store';
import { communities } from '../../place/community';
import { checkTexts } from '../../platform/content';
import type { Context } from '../../platform/context';
import { derivedId } from '../../platform/ids';
import { done, refuse, refuseUntil, type Result } from '../../platform/result';
import { id, line, object, requestId, v } from '../../platform/validation';
import { dayText, nextDayStart } from '../../time/shanghai';
import { claimReport } from '../claim-report';
import { fullStationPolicy } from '../policy';
import { reportOrder } from '../report-order';
import { stations } from '../station';

/** The day's limits are kept by the user's own document (`claimReport`). */
const noSlots = { limits: [], taken: new Set<string>() };

/**
 * One tap at the door of a station, without a login: it becomes an order to the steward. Whoever says the same while it
 * is under way learns that it is; once the steward says that it is done, the next who finds it wrong makes a new
 * order. A report without a login waits for nobody's word: silence closes it as unrated.
 * The first report of somebody on a day costs one write more.
 * Cost: 2 reads, 3 writes; to notify, 1 read, 1 write.
 */
export const reportStation = endpoint({
  name: 'station.report',
  input: object({ stationId: id, problem: v.picklist(stationProblems), words: line(limits.stationWords), requestId }),
  identity: 'caller',
  idempotency: 'inDocument',
  async run(context, caller, { stationId, problem, words }) {
    const [found, refused] = await Promise.all([
      context.database.getWith(stations, stationId, { in: communities, by: 'communityId' }),
      checkTexts(context, { words }),
    ]);
    if (!found?.other || found.document.state !== 'open') return refuse('NOT_FOUND', 'stationId');
    if (refused) return refused;
    const claim = await claimReport(context, found.other);
    if (claim) return claim;
    const { document: station, other: community } = found;
    const calendar = needsCalendar(community.policy.order) ? await readHolidays() : undefined;
    const { ordersAgain } = fullStationPolicy(community.policy.station);
    for (let turn = 0; turn < ordersAgain; turn += 1) {
      const orderId = derivedId('o', stationId, problem, dayText(context.clock.now()), String(turn));
      const announced = reportOrder(context, caller, { orderId, problem, words, station, community, calendar });
      const stored = await storeOrder(context, announced, noSlots, () => sameReport(context, orderId));
      if ('order' in stored) return done({ orderNumber: stored.order.number, again: false });
      if (!stored.answer.ok || stored.answer.data !== null) return answerOf(stored.answer);
    }
    return refuseUntil(nextDayStart(context.clock.now()), 'stationId');
  },
});

/** What was said before: null where that is said to be done, and a new order may follow. */
async function sameReport(
  { database, request }: Context,
  orderId: string,
): Promise<Result<ReportView | null> | undefined> {
  const order = await database.get(orders, orderId);
  if (!order) return undefined;
  const isOwn = requestsOf(order).some(({ requestKey }) => requestKey === request.requestKey);
  const isDone = order.closed || order.status === 'completed';
  return done(isDone && !isOwn ? null : { orderNumber: order.number, again: !isOwn });
}

/** What was said on another day and is still under way is under way, too. */
function answerOf(answer: Result<ReportView | null>): Result<ReportView> {
  if (!answer.ok) return answer.order ? done({ orderNumber: answer.order.number, again: true }) : answer;
  return answer.data ? done(answer.data) : refuse('NOT_FOUND', 'stationId');
}
