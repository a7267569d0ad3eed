import { raiseAlarm } from '../passbook/alarm/raise-alarm';
import type { Leaf } from '../passbook/anchor/anchor';
import { erasureHolds, hashOfErasure } from '../passbook/erasure';
import { salts, type Salt } from '../passbook/salts';
import type { Services } from '../platform/context';
import { dayText } from '../time/shanghai';
import { documentsAtOnce } from './source';

const prefix = 'salt:';

/** Whether a leaf stands for an erased salt rather than for a book. */
export function isErasure({ bookId }: Leaf): boolean {
  return bookId.startsWith(prefix);
}

/**
 * The signed lines that erased salts left behind, as leaves of a community's anchor. One that nobody signed, and one
 * that an anchor knew and that is gone or another, raise an alarm. One read for 99 erased salts.
 */
export async function erasureLeaves(
  services: Services,
  communityId: string,
  known: readonly Leaf[],
): Promise<readonly Leaf[]> {
  const found = await readErased(services, communityId);
  const signed = found.filter((salt) => erasureHolds(salt, services.signer?.keys ?? []));
  const leaves = signed.map((salt) => ({ bookId: prefix + salt._id, sequence: 1, hash: hashOfErasure(salt) }));
  const hashes = new Map(leaves.map(({ bookId, hash }) => [bookId, hash]));
  const lost = known.filter((leaf) => isErasure(leaf) && hashes.get(leaf.bookId) !== leaf.hash);
  const unsigned = found.filter((salt) => !signed.includes(salt)).map(({ _id }) => _id);
  for (const personId of new Set([...lost.map(({ bookId }) => bookId.slice(prefix.length)), ...unsigned])) {
    const nothing = { bookId: prefix + personId, name: '', unit: null, sequence: 0 } as const;
    const day = dayText(services.clock.now());
    await raiseAlarm(services, { communityId, personId, ...nothing, why: 'words', day });
  }
  return leaves;
}

async function readErased({ database }: Services, communityId: string): Promise<readonly Salt[]> {
  const erased: Salt[] = [];
  for (let last = '', isLast = false; !isLast;) {
    const where = { communityId, salt: null, _id: { gt: last } };
    const found = await database.find(salts, { where, sort: { _id: 'asc' }, limit: documentsAtOnce });
    erased.push(...found);
    last = found.at(-1)?._id ?? last;
    isLast = found.length < documentsAtOnce;
  }
  return erased;
}
