import type { SiteWayView } from '../../../../miniprogram/contracts/site';
import { shownMinutes, travelModes } from '../../../../miniprogram/contracts/distance';
import { minuteOf, openingAt } from '../../../../miniprogram/contracts/opening';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, v } from '../../platform/validation';
import { readHolidays } from '../../station/holidays';
import type { HolidayCalendar } from '../../station/rules/day-kind';
import { horizonOf, minutesADay, openSpans } from '../../station/rules/open-spans';
import { gcj02Of, stations, type Station } from '../../station/station';
import { dayStart } from '../../time/shanghai';
import { circleOf, type CircleStation, type Way } from '../rules/circle';
import { sites } from '../site';

/** What one query returns at most; a street has a few dozens of either. */
const most = 99;
const noonMinute = 12 * 60;
/** Two in the morning of the day after: 18:00–02:00 is closed then. */
const nightMinute = minutesADay + 2 * 60;

/**
 * The fifteen-minute circle of a community's sites today: the nearest open station by day and at night, and where one
 * more helps most (S5-06). At most 99 sites and 99 stations are looked at.
 * Cost: 3 reads.
 */
export const getCircle = signedInEndpoint({
  name: 'site.getCircle',
  input: object({ mode: v.picklist(travelModes), at: v.picklist(['day', 'night']) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, { login: { communityId } }, { mode, at }) {
    const within = { gt: `${communityId}/`, lt: `${communityId}0` };
    const [foundSites, foundStations, calendar] = await Promise.all([
      database.find(sites, { where: { listKey: within }, sort: { listKey: 'asc' }, limit: most }),
      database.find(stations, { where: { state: 'open', listKey: within }, sort: { listKey: 'asc' }, limit: most }),
      readHolidays(),
    ]);
    const located = foundSites.map(({ _id, name, gcj02 }) => ({ siteId: _id, name, gcj02: gcj02Of(gcj02) }));
    const now = clock.now();
    const circle = circleOf(
      located,
      foundStations.map((station) => circleStation(station, now, calendar)),
      { mode, at },
    );
    return done({
      mode,
      at,
      sites: circle.ways.map(({ site, day, night }): SiteWayView => ({
        ...site,
        ...(day && { day: wayView(day) }),
        ...(night && { night: wayView(night) }),
      })),
      reached: circle.reached,
      closedAtNight: circle.closedAtNight,
      ...(circle.gap && { gap: { gcj02: circle.gap.gcj02, siteNames: circle.gap.sites.map(({ name }) => name) } }),
    });
  },
});

function circleStation({ name, gcj02, hours }: Station, now: Date, calendar: HolidayCalendar): CircleStation {
  const horizon = horizonOf(now);
  const spans = openSpans(hours, horizon, calendar);
  const today = minuteOf(dayStart(now).getTime());
  const isOpen = (minute: number) => openingAt(spans, horizon, today + minute).state === 'open';
  return { name, gcj02: gcj02Of(gcj02), openByDay: isOpen(noonMinute), openAtNight: isOpen(nightMinute) };
}

function wayView({ stationName, minutes }: Way) {
  return { stationName, minutes: shownMinutes(minutes) };
}
