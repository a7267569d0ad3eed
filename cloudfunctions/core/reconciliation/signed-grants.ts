import { grantKey, grants, type Grant } from '../passbook/grants/grant';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What two people wrote by hand; nothing before the second. */
function pointsOf({ _id, state, settled, personName: name, ...grant }: Grant): readonly SourcedPoints[] {
  if (state !== 'signed' || !settled) return [];
  const { communityId, personId, unit, points } = grant;
  return [{ entryId: grantKey(_id), communityId, personId, name, unit, points, moments: [settled.at] }];
}

/** Lines by hand, and balances from paper. */
export const signedGrants: PointSource = {
  name: 'grants',
  causes: ['grant', 'opening'],
  async behind(database, entries) {
    const ids = entries.map(({ sourceId }) => sourceId);
    return (await database.find(grants, { where: { _id: { oneOf: ids } }, limit })).flatMap(pointsOf);
  },
  async all(database, after) {
    const found = await database.find(grants, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ _id }) => _id });
  },
  async since(database, after) {
    const where = { state: 'signed', 'settled.at': { gt: new Date(after) } };
    const found = await database.find(grants, { where, sort: { 'settled.at': 'asc' }, limit });
    return sourcePage(found, { of: pointsOf, cursorOf: ({ settled }) => (settled?.at ?? new Date(0)).toISOString() });
  },
};
