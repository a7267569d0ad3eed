import type { StationPage, StationSummary, StationView } from '../../../miniprogram/contracts/station';
import type { Caller } from '../access/caller';
import type { Community } from '../place/community';
import { wallClock } from '../time/shanghai';
import { readHolidays } from '../time/holidays';
import { areHolidaysKnown, horizonOf, openSpans } from './rules/open-spans';
import { laterServices, servicesIn } from './rules/services';
import { gcj02Of, type Station } from './station';

/** Stations as list and map show them at this moment and for the week that follows. */
export async function stationPage(found: readonly Station[], now: Date, next?: string): Promise<StationPage> {
  const calendar = await readHolidays();
  const horizon = horizonOf(now);
  return {
    stations: found.map((station) => summaryOf(station, now, openSpans(station.hours, horizon, calendar))),
    horizon,
    holidaysKnown: areHolidaysKnown(horizon, calendar),
    ...(next !== undefined && { next }),
  };
}

function summaryOf(station: Station, now: Date, spans: StationSummary['spans']): StationSummary {
  const { _id, kind, name, host, sign, address, road, gcj02, offered, serves, hours, phone, verifiedAt } = station;
  return {
    stationId: _id,
    kind,
    name,
    ...(host !== undefined && { host }),
    ...(sign !== undefined && { sign }),
    address,
    road,
    gcj02: gcj02Of(gcj02),
    services: servicesIn(offered, wallClock(now).month),
    ...(serves && { serves }),
    spans,
    ...(hours.note !== undefined && { note: hours.note }),
    phone,
    verifiedAt: verifiedAt.toISOString(),
  };
}

/** One station whole, as this caller sees it. */
export async function stationView(
  station: Station,
  community: Pick<Community, 'name'> | undefined,
  { caller, now }: { readonly caller: Caller; readonly now: Date },
): Promise<StationView> {
  const { stations: [summary] = [], horizon, holidaysKnown } = await stationPage([station], now);
  if (summary === undefined) throw new Error('A station has a summary.');
  return {
    station: summary,
    horizon,
    holidaysKnown,
    communityName: community?.name ?? '',
    later: laterServices(station.offered, wallClock(now).month),
    hours: station.hours,
    withdrawn: station.state === 'withdrawn',
    mine: isKeeper(station, caller),
    version: station.version,
  };
}

/** Whether the caller keeps it: a shop's bound login, a station's steward. */
export function isKeeper({ steward }: Pick<Station, 'steward'>, caller: Caller): boolean {
  return caller.login !== undefined && steward?.personId === caller.login.personId;
}
