import { redemptions, type Redemption } from '../reward/redemption';
import { redemptionKey } from '../reward/rules/postings';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What a redemption did to its owner's book: held points, and then paid them or gave them back. */
function pointsOf({
  _id,
  communityId,
  personId,
  name,
  points,
  createdAt,
  state,
  ended,
}: Redemption): readonly SourcedPoints[] {
  const own = { communityId, personId, name, unit: 'courtyard' } as const;
  const held = { ...own, entryId: redemptionKey(_id, 'hold'), points: -points, moments: [createdAt] };
  if (!ended) return [held];
  const isCollected = state === 'collected';
  const entryId = redemptionKey(_id, isCollected ? 'collect' : 'release');
  return [held, { ...own, entryId, points: isCollected ? 0 : points, moments: [ended.at] }];
}

/** Redemptions, and the lines of their points. */
export const redemptionPoints: PointSource = {
  name: 'redemptions',
  causes: ['held', 'collected', 'released'],
  async behind(database, entries) {
    const ids = [...new Set(entries.map(({ sourceId }) => sourceId))];
    return (await database.find(redemptions, { where: { _id: { oneOf: ids } }, limit })).flatMap(pointsOf);
  },
  async all(database, after) {
    const found = await database.find(redemptions, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ _id }) => _id });
  },
  async since(database, after) {
    const where = { updatedAt: { gt: new Date(after) } };
    const found = await database.find(redemptions, { where, sort: { updatedAt: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ updatedAt }) => updatedAt.toISOString() });
  },
};
