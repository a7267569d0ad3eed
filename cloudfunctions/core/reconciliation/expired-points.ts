import { expiries, type Expiry } from '../passbook/expiry/expiry';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What ran out; nothing where it was used before. */
function pointsOf({ _id, communityId, personId, personName: name, unit, ...expiry }: Expiry): readonly SourcedPoints[] {
  const { settledAt, expired } = expiry;
  if (!settledAt || !expired) return [];
  return [{ entryId: _id, communityId, personId, name, unit, points: -expired, moments: [settledAt] }];
}

/** Lots that ran out. */
export const expiredPoints: PointSource = {
  name: 'expiries',
  causes: ['expired'],
  async behind(database, entries) {
    const ids = entries.map(({ sourceId }) => sourceId);
    return (await database.find(expiries, { where: { _id: { oneOf: ids } }, limit })).flatMap(pointsOf);
  },
  async all(database, after) {
    const found = await database.find(expiries, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ _id }) => _id });
  },
  async since(database, after) {
    const where = { open: false, settledAt: { gt: new Date(after) } };
    const found = await database.find(expiries, { where, sort: { settledAt: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ settledAt }) => (settledAt ?? new Date(0)).toISOString() });
  },
};
