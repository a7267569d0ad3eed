import { entryForm, firstHash, hashOfEntry } from '../chain';
import type { Entry, Posting, ReversalFact, RightEntry } from '../entry';
import { bookIdOf, type Passbook } from '../passbook';
import { digestsOf, withoutWordsOf, type Salts } from '../words';
import { accountOf, effectOn, kindOf, transferFault, transferOf, type Transfer } from './accounts';
import { branchIdOf } from '../../place/branch';
import { backdatedOf, effectiveAtOf } from './effective';
import { yearCountAfter } from './year-count';

/**
 * The posting key of an order's award: written once, whatever is repeated.
 * @param helperId of whoever does it beside the first: each seat has one award
 */
export function awardKey(orderId: string, helperId?: string): string {
  return helperId === undefined ? `order:${orderId}:award` : `order:${orderId}:award:${helperId}`;
}

/**
 * Adds one line to a book: whole points between two accounts, with the balances after it.
 * @param head the book as it stands; null before its first entry
 * @param salts of everybody whose name or words stand in the posting; who was erased leaves no words
 * @throws RangeError for points that are not whole, or nothing, for accounts between which none move, and for points
 * that are not there to be held
 */
export function post(
  head: Passbook | null,
  posting: Posting,
  salts: Salts,
): { readonly entry: Entry; readonly head: Passbook } {
  const {
    postingKey,
    transfer = transferOf(posting.points),
    ...fields
  } = withoutWordsOf(posting, (personId) => salts.get(personId) === null);
  const before = stateOf(head);
  const { at, effectiveAt = at } = fields;
  const branchId = fields.branchId ?? head?.branchId ?? branchIdOf(posting.communityId);
  const owners = { ...posting, branchId };
  const fault = transferFault(before, transfer);
  if (fault || effectOn('person', transfer) !== posting.points) throw new RangeError(fault ?? 'points');
  const unhashed = {
    ...fields,
    branchId,
    effectiveAt,
    backdated: backdatedOf(effectiveAt, at),
    _id: postingKey,
    kind: 'entry',
    form: entryForm,
    bookId: bookIdOf(posting.personId, posting.unit),
    from: accountOf(transfer.from, owners),
    to: accountOf(transfer.to, owners),
    amount: transfer.amount,
    sequence: before.sequence + 1,
    ...countersAfter(before, { ...fields, effectiveAt, transfer }),
    earned: earnedAfter(before, { ...fields, transfer }),
    digests: digestsOf(fields, salts),
    previousHash: before.hash,
  } as const;
  const hash = hashOfEntry(unhashed);
  if (hash === undefined) throw new Error(`form ${entryForm} is unknown`);
  const entry: Entry = { ...unhashed, hash };
  return { entry, head: headAfter(entry, head) };
}

/** What a book's newest line says of the book: all that the next line follows from. */
export type BookState = Pick<
  Passbook,
  'sequence' | 'hash' | 'balance' | 'held' | 'count' | 'year' | 'countThisYear' | 'earned'
>;

export const emptyBook: BookState = {
  sequence: 0,
  hash: firstHash,
  balance: 0,
  held: 0,
  count: 0,
  year: 0,
  countThisYear: 0,
};

function stateOf(head: Passbook | null): BookState {
  return head ?? emptyBook;
}

/** What a line counts to. A reversal takes the time back from the year of the line that it reverses. */
export function countersAfter(
  before: BookState,
  line: Pick<Posting, 'at' | 'effectiveAt' | 'countDelta' | 'reversal'> & { readonly transfer: Transfer },
): Pick<BookState, 'balance' | 'held' | 'count' | 'year' | 'countThisYear'> {
  return {
    balance: before.balance + effectOn('person', line.transfer),
    held: before.held + effectOn('hold', line.transfer),
    count: before.count + line.countDelta,
    ...yearCountAfter(before, line),
  };
}

/**
 * All points that ever came in, after one more line. What is given back counts as never taken, and not as new: an
 * undone deduction, points that were held. Points that ran out and are given back are new, so that they run out anew.
 * Before the first line of form 2 whatever is there came in.
 */
export function earnedAfter(
  before: Pick<BookState, 'balance' | 'earned'>,
  { transfer, cause }: Pick<Posting, 'cause'> & { readonly transfer: Transfer },
): number {
  const { from, to, amount } = transfer;
  const isNew = to === 'person' && (from === 'expired' || (from === 'issuer' && cause !== 'reversal'));
  return (before.earned ?? Math.max(0, before.balance)) + (isNew ? amount : 0);
}

/** The head that belongs to a newest entry. */
export function headAfter(entry: Entry, before: Passbook | null): Passbook {
  const {
    bookId,
    communityId,
    personId,
    name,
    unit,
    memberClass,
    balance,
    held,
    count,
    year,
    countThisYear,
    sequence,
    hash,
    earned,
  } = entry;
  return {
    _id: bookId,
    communityId,
    personId,
    name,
    nameKey: `${name}:${personId}`,
    unit,
    memberClass,
    ...keptBy(entry, before),
    balance,
    held,
    ...(entry.form > 1 && earned !== undefined && { earned }),
    contested: before?.contested ?? 0,
    count,
    year,
    countThisYear,
    sequence,
    hash,
    updatedAt: entry.at,
  };
}

/** The branch that keeps a book: a line of another, of a time before its owner moved, changes nothing about it. */
function keptBy(entry: Entry, before: Passbook | null): Pick<Passbook, 'branchId' | 'branchName'> {
  const ofLine = entry.branchId ?? branchIdOf(entry.communityId);
  const branchId = before?.branchId ?? ofLine;
  return { branchId, branchName: before && branchId !== ofLine ? before.branchName : entry.branchName };
}

/**
 * The one entry that undoes another: the same points back, once, with a reason and two people. It counts on the day of
 * the line that it undoes, as far back as a line may.
 */
export function reversalOf(
  entry: Entry,
  fact: Pick<ReversalFact, 'reason' | 'by' | 'byId' | 'second' | 'secondId'>,
  at: Date,
): Posting {
  const { communityId, unit, personId, name, memberClass, branchName, title, titleBy, rule } = entry;
  const [from, to] = [kindOf(entry.to), kindOf(entry.from)];
  const happenedAt = entry.effectiveAt ?? entry.at;
  return {
    postingKey: `reversal:${entry._id}`,
    communityId,
    unit,
    personId,
    name,
    memberClass,
    branchName,
    ...(entry.branchId !== undefined && { branchId: entry.branchId }),
    at,
    effectiveAt: entry.cause === 'opening' ? happenedAt : effectiveAtOf(happenedAt, at),
    cause: 'reversal',
    title,
    titleBy,
    points: -entry.points,
    ...(from && to && { transfer: { from, to, amount: entry.amount } }),
    countDelta: entry.countDelta === 1 ? -1 : 0,
    rule,
    sourceId: entry._id,
    reversal: { ...fact, ofEntryId: entry._id, ofSequence: entry.sequence, ofAt: happenedAt },
  };
}

/**
 * What should have been in a line's place: of the same source and title, counted in the line's own year, under the rule
 * of then. Stands once, behind the reversal, by the same two people.
 */
export function correctionOf(
  line: CorrectedLine,
  right: RightEntry,
  fact: Pick<ReversalFact, 'reason' | 'by' | 'byId' | 'second' | 'secondId'>,
  at: Date,
): Posting {
  const { _id, communityId, unit, personId, name, memberClass, branchId, branchName, title, titleBy } = line;
  const happenedAt = line.effectiveAt ?? line.at;
  return {
    postingKey: correctionKey(_id),
    ...{ communityId, unit, personId, name, memberClass, branchName, title, titleBy, at },
    ...(branchId !== undefined && { branchId }),
    effectiveAt: effectiveAtOf(happenedAt, at),
    cause: 'correction',
    points: right.points,
    transfer: transferOf(right.points),
    countDelta: right.cause === 'absent' ? 0 : 1,
    rule: right.rule,
    sourceId: _id,
    reversal: { ...fact, ofEntryId: _id, ofSequence: line.sequence, ofAt: happenedAt },
  };
}

/**
 * What is put right: a line as it stands, or the one that an activity should have written and did not, which has number
 * 0 and moved nothing.
 */
export type CorrectedLine = Pick<
  Entry,
  | '_id'
  | 'communityId'
  | 'bookId'
  | 'unit'
  | 'personId'
  | 'name'
  | 'memberClass'
  | 'branchId'
  | 'branchName'
  | 'at'
  | 'effectiveAt'
  | 'title'
  | 'titleBy'
  | 'cause'
  | 'points'
  | 'balance'
  | 'sequence'
>;

/** The posting key of what stands in an entry's place. */
export function correctionKey(entryId: string): string {
  return `correction:${entryId}`;
}
