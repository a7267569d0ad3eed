import type { Entry } from '../passbook/entry';
import { bookIdOf } from '../passbook/passbook';
import type { Database } from '../platform/database';
import { attendancePoints } from './attendance-points';
import { orderAwards } from './order-awards';
import { expiredPoints } from './expired-points';
import { registeredTenants, confirmedVisits } from './head-deeds';
import { redemptionPoints } from './redemption-points';
import { signedGrants } from './signed-grants';
import { signedReversals } from './signed-reversals';
import type { PointSource, SourcedPoints } from './source';

/** Every kind of document that gives points. An entry of any other cause has nothing behind it. */
export const pointSources: readonly PointSource[] = [
  orderAwards,
  attendancePoints,
  signedReversals,
  signedGrants,
  expiredPoints,
  redemptionPoints,
  confirmedVisits,
  registeredTenants,
];

/** Whether a line is the one that a document says. */
export function agrees(entry: Entry, said: SourcedPoints): boolean {
  return (
    entry._id === said.entryId &&
    entry.bookId === bookIdOf(said.personId, said.unit) &&
    entry.communityId === said.communityId &&
    entry.points === said.points &&
    said.moments.some((moment) => moment.getTime() === entry.at.getTime())
  );
}

/** The first of at most 99 lines that no document says. One read for each kind of document behind them. */
export async function firstUnsourced(database: Database, entries: readonly Entry[]): Promise<Entry | undefined> {
  const said = await Promise.all(
    pointSources.map((source) => {
      const own = entries.filter(({ cause }) => source.causes.includes(cause));
      return own.length === 0 ? [] : source.behind(database, own);
    }),
  );
  const byEntry = new Map(said.flat().map((points) => [points.entryId, points]));
  return entries.find((entry) => {
    const points = byEntry.get(entry._id);
    return points === undefined || !agrees(entry, points);
  });
}
