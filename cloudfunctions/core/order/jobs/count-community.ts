import { people } from '../../person/person';
import type { Services } from '../../platform/context';
import { figuresIdOf, orderDays, orderMonths, type OrderDay, type OrderMonth } from '../../statistics/figures';
import { writeWhole } from '../../statistics/write-whole';
import { sumFigures } from '../../statistics/rules/sum-figures';
import { emptyTally, tallies, type Tally } from '../../statistics/tally';
import { monthStart, monthText, wallClock } from '../../time/shanghai';
import { writeRosterLoads } from '../matching/write-rosters';
import { loadsOf, withMonths } from '../rules/order-tally';
import { countDay, countMonthWhole, type CountingShare } from './count-days';

/** Days of a month, and of the three months in which what is accepted now was mostly made. */
const mostDays = 31;
const mostLoadDays = 93;

/** What changed in a community: days of creation. */
export interface CommunityChanges extends CountingShare {
  readonly changed: ReadonlySet<string>;
}

/**
 * Counts the days anew, sums up their months, and writes the community's numbers. A month that was never counted is
 * counted whole, day by day.
 * @returns false where it was cut short: whoever goes on with the same `to` counts no day twice
 */
export async function countCommunity(services: Services, changes: CommunityChanges): Promise<boolean> {
  const { communityId, changed } = changes;
  const months: OrderMonth[] = [];
  for (const month of [...new Set([...changed].map((day) => day.slice(0, 7)))].sort()) {
    const isCounted = await countMonth(services, changes, month);
    if (!isCounted) return false;
    months.push(await sumMonth(services, communityId, month));
  }
  await writeTally(services, communityId, months);
  return true;
}

/** The days of one month; false where it was cut short. */
async function countMonth(services: Services, changes: CommunityChanges, month: string): Promise<boolean> {
  const { communityId, changed, to, until } = changes;
  const before = await services.database.get(orderMonths, figuresIdOf(communityId, month));
  if (!before) return countMonthWhole(services, changes, month);
  const days = [...changed].filter((day) => day.startsWith(month)).sort();
  const known = await readDays(services, communityId, { from: `${month}-01`, until: `${month}-99` }, mostDays);
  const left = days.filter((day) => !known.some((one) => one.day === day && one.until >= to));
  for (const [index, day] of left.entries()) {
    await countDay(services, communityId, day);
    if (index < left.length - 1 && services.clock.now() >= until) return false;
  }
  return true;
}

async function sumMonth(services: Services, communityId: string, month: string): Promise<OrderMonth> {
  const days = await readDays(services, communityId, { from: `${month}-01`, until: `${month}-99` }, mostDays);
  const _id = figuresIdOf(communityId, month);
  const figures = sumFigures(days.map((one) => one.figures));
  const summed: OrderMonth = { _id, communityId, month, until: services.clock.now(), figures };
  await writeWhole(services.database, orderMonths, summed);
  return summed;
}

interface DayRange {
  readonly from: string;
  readonly until: string;
}

function readDays(
  { database }: Services,
  communityId: string,
  { from, until }: DayRange,
  limit: number,
): Promise<readonly OrderDay[]> {
  const where = { communityId, day: { gte: from, lt: until } };
  return database.find(orderDays, { where, sort: { day: 'asc' }, limit });
}

/** The numbers of the months that were counted, and how many orders each person accepted this month. */
async function writeTally(services: Services, communityId: string, counted: readonly OrderMonth[]): Promise<void> {
  const { database, clock } = services;
  const now = clock.now();
  const { year, month } = wallClock(now);
  const range = { from: `${monthText(monthStart(year, month - 2))}-01`, until: `${monthText(now)}-99` };
  const loads = loadsOf(
    (await readDays(services, communityId, range, mostLoadDays)).flatMap(({ accepted }) => accepted),
    now,
  );
  const before = (await database.get(tallies, communityId)) ?? emptyTally(communityId, now);
  const months = withMonths(
    before.months,
    counted.map((one) => ({ month: one.month, ...one.figures.counts })),
  );
  await writeLoads(services, before.loads, loads, now);
  await writeRosterLoads(database, communityId, loads, now);
  const isThere = await database.updateWhere(tallies, { _id: communityId }, { set: { months, loads, until: now } });
  if (isThere === 0) await database.insert(tallies, { ...before, months, loads, until: now });
}

/** Suggestions read the load beside the person. */
async function writeLoads(
  { database }: Services,
  before: Tally['loads'],
  now: Tally['loads'],
  until: Date,
): Promise<void> {
  const old = new Map(before.map(({ personId, count }) => [personId, count]));
  const given = new Set(now.map(({ personId }) => personId));
  const gone = before.flatMap(({ personId }) => (given.has(personId) ? [] : [{ personId, count: 0 }]));
  const month = monthText(until);
  for (const { personId, count } of [...now, ...gone]) {
    if (old.get(personId) !== count)
      await database.updateWhere(people, { _id: personId }, { set: { load: { month, count } } });
  }
}
