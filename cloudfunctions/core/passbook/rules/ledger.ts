import { firstHash, hashOfEntry } from '../chain';
import type { Entry, Posting, ReversalFact } from '../entry';
import { bookIdOf, type Passbook } from '../passbook';
import { yearCountAfter } from './year-count';

/**
 * The account that points come from; its balance is the negative sum of all books of the unit, so it is derived, never
 * written.
 */
export function issuerOf(communityId: string): string {
  return `issuer:${communityId}`;
}

/** The posting key of an order's award: written once, whatever is repeated. */
export function awardKey(orderId: string): string {
  return `order:${orderId}:award`;
}

/**
 * Adds one line to a book: whole points between the issuer and the person, with the balance after it.
 * @param head the book as it stands; null before its first entry
 * @throws RangeError for points that are not whole, or nothing
 */
export function post(head: Passbook | null, posting: Posting): { readonly entry: Entry; readonly head: Passbook } {
  if (!Number.isSafeInteger(posting.points) || posting.points === 0) throw new RangeError('points');
  const { postingKey, ...fields } = posting;
  const bookId = bookIdOf(posting.personId, posting.unit);
  const issuer = issuerOf(posting.communityId);
  const person = `person:${posting.personId}`;
  const unhashed = {
    ...fields,
    _id: postingKey,
    kind: 'entry',
    bookId,
    from: posting.points > 0 ? issuer : person,
    to: posting.points > 0 ? person : issuer,
    sequence: (head?.sequence ?? 0) + 1,
    balance: (head?.balance ?? 0) + posting.points,
    ...yearCountAfter(head, posting),
    previousHash: head?.hash ?? firstHash,
  } as const;
  const entry: Entry = { ...unhashed, hash: hashOfEntry(unhashed) };
  return { entry, head: headAfter(entry, head) };
}

/** The head that belongs to a newest entry. */
function headAfter(entry: Entry, before: Passbook | null): Passbook {
  const {
    bookId,
    communityId,
    personId,
    name,
    unit,
    memberClass,
    branchName,
    balance,
    year,
    countThisYear,
    sequence,
    hash,
  } = entry;
  return {
    _id: bookId,
    communityId,
    personId,
    name,
    nameKey: `${name}:${personId}`,
    unit,
    memberClass,
    branchName,
    balance,
    held: before?.held ?? 0,
    contested: before?.contested ?? 0,
    count: (before?.count ?? 0) + entry.countDelta,
    year,
    countThisYear,
    sequence,
    hash,
    updatedAt: entry.at,
  };
}

/** The one entry that undoes another: the same points back, once, with a reason and two people. */
export function reversalOf(entry: Entry, fact: Pick<ReversalFact, 'reason' | 'by' | 'second'>, at: Date): Posting {
  const { communityId, unit, personId, name, memberClass, branchName, title, rule } = entry;
  return {
    postingKey: `reversal:${entry._id}`,
    communityId,
    unit,
    personId,
    name,
    memberClass,
    branchName,
    at,
    cause: 'reversal',
    title,
    points: -entry.points,
    countDelta: entry.countDelta === 1 ? -1 : 0,
    rule,
    sourceId: entry._id,
    reversal: { ...fact, ofEntryId: entry._id, ofSequence: entry.sequence, ofAt: entry.at },
  };
}
