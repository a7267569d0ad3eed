import type { Entry, Posting } from '../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../cloudfunctions/core/passbook/passbook';
import { post } from '../../cloudfunctions/core/passbook/rules/ledger';
import type { Salt } from '../../cloudfunctions/core/passbook/salts';
import { peopleIn, type Salts } from '../../cloudfunctions/core/passbook/words';

/** Knows a salt of everybody, the same each time; one that is set to null is erased. */
export class SaltsOfEverybody extends Map<string, string | null> {
  override get(personId: string): string | null {
    const known = super.get(personId);
    return known === undefined ? `salt of ${personId}` : known;
  }
}

export const testSalts: Salts = new SaltsOfEverybody();

/** One book, line by line as the ledger makes it. */
export function bookOf(postings: readonly Posting[]): { entries: Entry[]; head: Passbook } {
  let head: Passbook | null = null;
  const entries: Entry[] = [];
  for (const posting of postings) {
    const posted: { entry: Entry; head: Passbook } = post(head, posting, testSalts);
    entries.push(posted.entry);
    head = posted.head;
  }
  if (!head) throw new Error('no postings');
  return { entries, head };
}

/** The salts of everybody whose name or words stand in these lines, as they lie in the database. */
export function saltsOfLines(entries: readonly Entry[]): Salt[] {
  const { communityId = '' } = entries[0] ?? {};
  return [...new Set(entries.flatMap(peopleIn))].map((_id) => ({
    _id,
    communityId,
    salt: testSalts.get(_id) ?? null,
    erasure: null,
  }));
}
