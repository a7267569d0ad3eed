import type { CircleView } from '../../../../miniprogram/contracts/site';
import { shownMinutes, travelModes } from '../../../../miniprogram/contracts/distance';
import { minuteOf, openingAt } from '../../../../miniprogram/contracts/opening';
import { signedInEndpoint } from '../../access/endpoint';
import { done } from '../../platform/result';
import { object, v } from '../../platform/validation';
import { readHolidays } from '../../time/holidays';
import type { HolidayCalendar } from '../../time/day-kind';
import { horizonOf, minutesADay, openSpans } from '../../station/rules/open-spans';
import { readOpenStations } from '../../station/open-stations';
import { gcj02Of, type Station } from '../../station/station';
import { dayStart } from '../../time/shanghai';
import { circleOf, isMissed, type CircleSite, type CircleStation, type Way } from '../rules/circle';
import { readSites } from '../read-sites';

/** An answer names no more sites, and no more stations; those that are missed come first. */
const mostNamed = 99;
const noonMinute = 12 * 60;
/** Two in the morning of the day after: 18:00–02:00 is closed then. */
const nightMinute = minutesADay + 2 * 60;

/**
 * The fifteen-minute circle of a community's sites today: the nearest open station by day and at night, and where one
 * more helps most (S5-06). All are looked at: a read more for each further 99 sites, and for each further 99 stations.
 * Cost: 2 reads.
 */
export const getCircle = signedInEndpoint({
  name: 'site.getCircle',
  input: object({ mode: v.picklist(travelModes), at: v.picklist(['day', 'night']) }),
  identity: 'caller',
  idempotency: 'read',
  async run({ database, clock }, { login: { communityId } }, { mode, at }) {
    const [foundSites, foundStations, calendar] = await Promise.all([
      readSites(database, communityId),
      readOpenStations(database, communityId),
      readHolidays(),
    ]);
    const located = foundSites.map(({ _id, name, gcj02 }) => ({ siteId: _id, name, gcj02: gcj02Of(gcj02) }));
    const now = clock.now();
    const circle = circleOf(
      located,
      foundStations.map((station) => circleStation(station, now, calendar)),
      { mode, at },
    );
    return done(circleView(circle, { mode, at }));
  },
});

function circleView(
  { ways, reached, closedAtNight, gap }: ReturnType<typeof circleOf<LocatedSite>>,
  question: Pick<CircleView, 'mode' | 'at'>,
): CircleView {
  const missed = ways.filter((way) => isMissed(way, question.at));
  const named = [...missed, ...ways.filter((way) => !isMissed(way, question.at))].slice(0, mostNamed);
  return {
    ...question,
    sites: named.map(({ site, day, night }) => ({
      ...site,
      ...(day && { day: wayView(day) }),
      ...(night && { night: wayView(night) }),
    })),
    total: ways.length,
    reached,
    closedAtNight: closedAtNight.slice(0, mostNamed),
    ...(gap && {
      gap: {
        gcj02: gap.gcj02,
        reaches: gap.sites.length,
        siteNames: gap.sites.slice(0, mostNamed).map(({ name }) => name),
      },
    }),
  };
}

interface LocatedSite extends CircleSite {
  readonly siteId: string;
}

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
