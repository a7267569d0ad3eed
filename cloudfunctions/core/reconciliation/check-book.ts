import type { Finding } from '../passbook/alarm/alarm';
import { bookKeyOf, passbooks, type Passbook } from '../passbook/passbook';
import type { Services } from '../platform/context';
import { dayText } from '../time/shanghai';
import type { BookToInspect, Inspection, PartInspection } from './inspect-book';
import type { KnownAnchors } from './known-anchors';

/** Times that a book is looked at before it counts as broken: its head may be read while a line is written. */
const maxLooks = 3;

export type Inspect<Verdict = Inspection> = (database: Services['database'], book: BookToInspect) => Promise<Verdict>;

/** Inspects a book as it stands. A book in which a line was being written is looked at again. */
export async function checkBook<Verdict extends PartInspection = Inspection>(
  { database }: Pick<Services, 'database'>,
  book: BookToInspect,
  inspect: Inspect<Verdict>,
): Promise<Verdict> {
  let verdict = await inspect(database, book);
  for (let look = 1; look < maxLooks && verdict.state === 'broken'; look += 1) {
    const head = (await database.get(passbooks, book.bookId)) ?? null;
    verdict = await inspect(database, { ...book, head });
  }
  return verdict;
}

/** The same for a head that a job came by. @returns what to raise, where it is broken */
export async function checkHead(
  services: Pick<Services, 'database' | 'clock'>,
  head: Passbook,
  { known, inspect }: { readonly known: KnownAnchors; readonly inspect: Inspect },
): Promise<Finding | undefined> {
  const leaves = await known.leavesOf(head, head._id);
  const verdict = await checkBook(services, { bookId: head._id, head, leaves }, inspect);
  return findingOf(verdict, head, services.clock.now());
}

/** What to raise for a broken book; nothing for a sound one. */
export function findingOf(
  verdict: Inspection,
  { _id, communityId, name }: Pick<Passbook, '_id' | 'communityId' | 'name'>,
  now: Date,
): Finding | undefined {
  if (verdict.state === 'sound') return undefined;
  const { why, firstBrokenSequence: sequence, day = dayText(now) } = verdict;
  return { communityId, bookId: _id, ...bookKeyOf(_id), name, why, sequence, day };
}
