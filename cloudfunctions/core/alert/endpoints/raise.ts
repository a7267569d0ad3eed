import { alertNeeds, alertsADay, type AlertNeed, type RaisedAlert } from '../../../../miniprogram/contracts/alert';
import { withAct } from '../../access/act';
import type { Caller } from '../../access/caller';
import { endpoint } from '../../access/endpoint';
import { deliver, deliverMissing } from '../../message/notify';
import type { Context } from '../../platform/context';
import { derivedId, timeKey } from '../../platform/ids';
import { replayOf } from '../../platform/request';
import { done, refuse, refuseUntil, type Result } from '../../platform/result';
import { id, object, optional, requestId, scannedText, v } from '../../platform/validation';
import { dayStart, dayText, nextDayStart } from '../../time/shanghai';
import { alerts, type Alert } from '../alert';
import { announceAlert } from '../announce';
import { noteLook } from '../note-looks';
import { readAlertPlace, type AlertPlace } from '../read-alert-place';
import { isSame, respondersOf, withNext } from '../rules/responders';
import { raisedView } from '../view';

/** So long it is kept who asked. */
const keptDays = 90;
const dayMs = 86_400_000;

/**
 * Somebody needs help at once, and calls: whoever looks after the place is told at the same moment, and sees it until
 * they say how it ended. Needs no login, only a card; a place that somebody with a login chose wins over both. The same
 * tap again within minutes is the same alert.
 * Who told see the number of somebody with a login, which is noted as a look.
 * Somebody's first write beside orders takes one write more.
 * Cost: 2 reads, 3 writes; to notify, 1 read, 1 write.
 */
export const raiseAlert = endpoint({
  name: 'alert.raise',
  input: object({ need: v.picklist(alertNeeds), token: optional(scannedText(100)), placeId: optional(id), requestId }),
  identity: 'caller',
  idempotency: 'claimed',
  async run(context, caller, { need, ...choice }) {
    const [found, today] = await Promise.all([readAlertPlace(context, caller, choice), readToday(context)]);
    const replay = replayOf(
      today.flatMap(({ requests }) => requests),
      context.request,
      () => undefined,
    );
    if (replay?.ok === false) return replay;
    if (!found.ok) return found;
    const at = context.clock.now();
    const { place } = found.data;
    const earlier =
      today.find(({ requests }) => requests.some(({ requestKey }) => requestKey === context.request.requestKey)) ??
      today.find((one) => isSame(one, { need, place }, at));
    if (earlier) return answerAgain(context, earlier);
    if (today.length >= alertsADay) return refuseUntil(nextDayStart(at));
    return raise(context, newAlert(context, caller, { ...found.data, need, before: today.length }));
  },
});

/** What this phone alerted somebody of today. One read. */
function readToday({ database, openid, clock }: Context): Promise<Alert[]> {
  return database.find(alerts, {
    where: { openid, listKey: { gte: dayStart(clock.now()).toISOString() } },
    sort: { listKey: 'desc' },
    limit: alertsADay + 1,
  });
}

interface Said extends AlertPlace {
  readonly need: AlertNeed;
  /** How many this phone made today. */
  readonly before: number;
}

function newAlert(context: Context, caller: Caller, { community, place, need, before }: Said): Alert {
  const { openid, clock, request } = context;
  const at = clock.now();
  const _id = derivedId('al', openid, dayText(at), String(before));
  const by = caller.login && {
    personId: caller.login.personId,
    name: caller.login.name,
    phone: caller.login.phone,
  };
  return withNext(
    {
      _id,
      communityId: community._id,
      need,
      state: 'open',
      place,
      scopes: place.path.split('/'),
      openid,
      by: by ?? null,
      responders: respondersOf(community, place.gridId, by?.personId),
      told: 0,
      outcome: null,
      settled: null,
      at,
      listKey: timeKey(at, _id),
      forgetAt: new Date(at.getTime() + keptDays * dayMs),
      updatedAt: at,
      requests: [request],
      ...(caller.login && withAct({}, context, caller, 'alert.raise')),
    },
    at,
  );
}

/** Of two taps of one moment one is written, and the other finds it. */
async function raise(context: Context, alert: Alert): Promise<Result<RaisedAlert>> {
  const { after, messages } = announceAlert(alert);
  await noteLook(context, after);
  if (await context.database.insert(alerts, after)) {
    await deliver(context, messages);
    return done(raisedView(after, context.request));
  }
  const stored = await context.database.get(alerts, alert._id);
  return stored ? answerAgain(context, stored) : refuse('BUSY');
}

async function answerAgain(context: Context, alert: Alert): Promise<Result<RaisedAlert>> {
  await deliverMissing(context, alert.outbox ?? []);
  return done(raisedView(alert, context.request));
}
