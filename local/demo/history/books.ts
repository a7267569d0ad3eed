import type { BookLine, Entry, Mark, Posting, Reversal } from '../../../cloudfunctions/core/passbook/entry';
import { post, reversalOf } from '../../../cloudfunctions/core/passbook/ledger';
import { bookIdOf, type Passbook } from '../../../cloudfunctions/core/passbook/passbook';


type Signer = { readonly personId: string; readonly name: string };

/** The books of one community: postings go in by time, and every line follows from the one before it. */
export class Books {
  readonly heads = new Map<string, Passbook>();
  private readonly lines: BookLine[] = [];

  /** Posts these in the order of their times. @returns the entries made */
  post(postings: readonly Posting[]): Entry[] {
    return [...postings].sort((a, b) => a.at.getTime() - b.at.getTime()).map((posting) => this.add(posting));
  }

  /** Lines since the last time; whoever takes them writes them. */
  take(): BookLine[] {
    return this.lines.splice(0);
  }

  /** Undoes an entry: the proposal, the reversing entry, and the mark beside the old one. */
  undo(entry: Entry, reason: string, people: { first: Signer; second: Signer; at: Date }): Reversal {
    const { first, second, at } = people;
    this.add(reversalOf(entry, { reason, by: first.name, second: second.name }, at));
    this.mark(entry, { reversed: true, contest: null });
    return { ...proposalOf(entry, reason, first, at), state: 'signed', second: { ...second, at } };
  }

  mark(entry: Entry, said: Pick<Mark, 'reversed' | 'contest'>): void {
    const { bookId, communityId, sequence, _id: entryId } = entry;
    this.lines.push({ _id: `mark:${entryId}`, kind: 'mark', communityId, bookId, entryId, sequence, ...said });
  }

  private add(posting: Posting): Entry {
    const bookId = bookIdOf(posting.personId, posting.unit);
    const { entry, head } = post(this.heads.get(bookId) ?? null, posting);
    this.heads.set(bookId, head);
    this.lines.push(entry);
    return entry;
  }
}

/** What somebody proposed to undo, and nobody has signed yet. */
export function proposalOf(entry: Entry, reason: string, by: Signer, at: Date): Reversal {
  const { _id: entryId, communityId, bookId, personId, name: personName, title, points } = entry;
  return {
    _id: `reversal:${entryId}`, communityId, entryId, bookId, personId, personName, title, points, reason, state: 'proposed', proposedAt: at,
    proposedBy: by, second: null, requests: [],
  };
}
