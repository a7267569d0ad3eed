import type { StationView } from '../../../miniprogram/contracts/station';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { remembering } from './remembering';
import { stations, type Station, type StationAct } from './station';
import { isKeeper, stationView } from './view';

type StationChange = Partial<Pick<Station, 'hours' | 'state' | 'gcj02' | 'verifiedAt'>>;

/**
 * A change that only its keeper makes. One read, which may have been made ahead, and one write of the station as it was
 * read.
 * @param version the one that the caller saw; without it the change holds whatever came between
 */
export async function changeStation(
  context: Context,
  caller: SignedIn,
  {
    stationId,
    version,
    action,
    set,
  }: {
    readonly stationId: string;
    readonly version?: number;
    readonly action: StationAct['action'];
    readonly set: StationChange;
  },
): Promise<Result<StationView>> {
  const { database, clock, request } = context;
  const station = await database.get(stations, stationId);
  if (!station || station.communityId !== caller.login.communityId) return refuse('NOT_FOUND', 'stationId');
  if (!isKeeper(station, caller)) return refuse('FORBIDDEN', 'stationId');
  const show = (after: Station) =>
    stationView(after, { name: caller.login.communityName }, { caller, now: clock.now() });
  const replay = replayOf(station.requests, request, () => station);
  if (replay) return replay.ok ? done(await show(replay.data)) : replay;
  if (version !== undefined && version !== station.version) return refuse('STALE_VERSION', 'version');
  const changed = { ...set, version: station.version + 1 };
  const count = await database.updateWhere(
    stations,
    { _id: stationId, version: station.version },
    { set: changed, push: remembering(caller, { action, at: clock.now(), request }) },
  );
  return count > 0 ? done(await show({ ...station, ...changed })) : refuse('BUSY');
}
