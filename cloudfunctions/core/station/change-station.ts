import type { StationView } from '../../../miniprogram/contracts/station';
import type { SignedIn } from '../access/caller';
import type { Context } from '../platform/context';
import { replayOf } from '../platform/request';
import { done, refuse, type Result } from '../platform/result';
import { stations, type Station } from './station';
import { isKeeper, stationView } from './view';

/** How many requests a station remembers. */
const requestLimit = 8;

type StationChange = Partial<Pick<Station, 'hours' | 'state' | 'gcj02' | 'verifiedAt'>>;

/**
 * A change that only its keeper makes. One read, which may have been made ahead, and one write of the station as it was
 * read.
 * @param version the one that the caller saw; without it the change holds whatever came between
 */
export async function changeStation(
  context: Context,
  caller: SignedIn,
  { stationId, version, set }: { readonly stationId: string; readonly version?: number; readonly set: StationChange },
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
    { set: changed, push: { requests: { values: [request], limit: requestLimit } } },
  );
  return count > 0 ? done(await show({ ...station, ...changed })) : refuse('BUSY');
}
