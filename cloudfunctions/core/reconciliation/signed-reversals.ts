import { reversals, type Reversal } from '../passbook/disputes/reversal';
import { reversalIdOf } from '../passbook/disputes/reversal-store';
import { correctionKey } from '../passbook/rules/ledger';
import { documentsAtOnce, sourcePage, type PointSource, type SourcedPoints } from './source';

const limit = documentsAtOnce;

/** What two people signed; nothing before the second. */
function reversalOf(reversal: Reversal): readonly SourcedPoints[] {
  const { entryId, communityId, personId, personName: name, unit, points, right, state, settled, missing } = reversal;
  if (state !== 'signed' || !settled) return [];
  const line = { communityId, personId, name, unit, moments: [settled.at] };
  return [
    ...(missing ? [] : [{ ...line, entryId: reversalIdOf(entryId), points: -points }]),
    ...(right ? [{ ...line, entryId: correctionKey(entryId), points: right.points }] : []),
  ];
}

/** What two people undid, and put in its place. */
export const signedReversals: PointSource = {
  name: 'reversals',
  causes: ['reversal', 'correction'],
  async behind(database, entries) {
    const ids = entries.map(({ sourceId }) => reversalIdOf(sourceId));
    return (await database.find(reversals, { where: { _id: { oneOf: ids } }, limit })).flatMap(reversalOf);
  },
  async all(database, after) {
    const found = await database.find(reversals, { where: { _id: { gt: after } }, sort: { _id: 'asc' }, limit });
    return sourcePage(found, { of: reversalOf, cursorOf: ({ _id }) => _id });
  },
  async since(database, after) {
    const where = { state: 'signed', 'settled.at': { gt: new Date(after) } };
    const found = await database.find(reversals, { where, sort: { 'settled.at': 'asc' }, limit });
    return sourcePage(found, { of: reversalOf, cursorOf: ({ settled }) => (settled?.at ?? new Date(0)).toISOString() });
  },
};
