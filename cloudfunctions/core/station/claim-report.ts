import type { Community } from '../place/community';
import type { Context } from '../platform/context';
import { derivedId } from '../platform/ids';
import { replayOf } from '../platform/request';
import { done, refuse, refuseUntil, type Refusal, type Result } from '../platform/result';
import { dayStart, dayText } from '../time/shanghai';
import { fullStationPolicy } from './policy';
import { stationReports, type StationReports } from './station';

const dayMs = 86_400_000;

/**
 * Counts one report of this WeChat user today, login or not; a repeated request is counted once. One write, and one
 * read and one write more for the first of the day.
 * @returns `TOO_MANY` with the next midnight when there were enough
 */
export async function claimReport(context: Context, community: Community): Promise<Refusal | undefined> {
  const { database, clock, openid, request } = context;
  const at = clock.now();
  const { reports, reportRetentionDays } = fullStationPolicy(community.policy.station);
  const _id = derivedId('r', openid, dayText(at));
  const counted = await database.updateWhere(
    stationReports,
    { _id, count: { lt: reports }, 'requests.requestKey': { not: request.requestKey } },
    { increment: { count: 1 }, push: { requests: { values: [request] } } },
  );
  if (counted > 0) return undefined;
  const expiresAt = new Date(at.getTime() + reportRetentionDays * dayMs);
  if (await database.insert(stationReports, { _id, at, expiresAt, count: 1, requests: [request] })) return undefined;
  const found = await database.get(stationReports, _id);
  const replay = found && knownTo(found, context);
  if (replay) return replay.ok ? undefined : replay;
  // The first report of the day was made by another call at this very moment.
  if (found && found.count < reports) return refuse('BUSY');
  return refuseUntil(new Date(dayStart(at).getTime() + dayMs));
}

function knownTo({ requests }: StationReports, { request }: Context): Result<true> | undefined {
  const replay = replayOf(requests, request, () => true as const);
  return replay?.ok ? done(true) : replay;
}
