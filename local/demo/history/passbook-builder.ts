import { branchIdOf } from '../../../cloudfunctions/core/place/branch';
import { emptyReversal } from '../../../cloudfunctions/core/passbook/disputes/reversal-store';
import type { BookLine, Entry, EntryAnnotation, Posting } from '../../../cloudfunctions/core/passbook/entry';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import { post, reversalOf } from '../../../cloudfunctions/core/passbook/rules/ledger';
import { emptyAnnotation } from '../../../cloudfunctions/core/passbook/disputes/annotations';
import { bookIdOf, type Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import type { Salt } from '../../../cloudfunctions/core/passbook/salts';
import { peopleIn } from '../../../cloudfunctions/core/passbook/words';
import { hashOf } from '../../../cloudfunctions/core/platform/ids';

type Signer = { readonly personId: string; readonly name: string };

/** The books of one community: postings go in by time, and every line follows from the one before it. */
export class PassbookBuilder {
  readonly heads = new Map<string, Passbook>();
  private readonly lines: BookLine[] = [];
  private readonly saltOf = new Map<string, string>();

  constructor(private readonly communityId: string) {}

  /** The salts of everybody whose name or words stand in these books. */
  salts(): Salt[] {
    return [...this.saltOf].map(([_id, salt]) => ({ _id, communityId: this.communityId, salt, erasure: null }));
  }

  /** Posts these in the order of their times. @returns the entries made */
  post(postings: readonly Posting[]): Entry[] {
    return [...postings].sort((a, b) => a.at.getTime() - b.at.getTime()).map((posting) => this.add(posting));
  }

  /** Lines since the last time; whoever takes them writes them. */
  take(): BookLine[] {
    return this.lines.splice(0);
  }

  /** Undoes an entry: the proposal, the reversing entry, and the mark beside the old one. */
  reverse(entry: Entry, reason: string, people: { first: Signer; second: Signer; at: Date }): Reversal {
    const { first, second, at } = people;
    const signers = { by: first.name, byId: first.personId, second: second.name, secondId: second.personId };
    this.add(reversalOf(entry, { reason, ...signers }, at));
    this.annotation(entry, { reversed: true });
    return {
      ...emptyReversal(entry, branchIdOf(entry.communityId), at),
      state: 'signed',
      open: false,
      proposal: { ...first, reason },
      settled: { ...second, at },
    };
  }

  /** What somebody proposed to undo, and nobody has signed yet. */
  propose(entry: Entry, reason: string, by: Signer, at: Date): Reversal {
    this.annotation(entry, { proposed: true });
    return {
      ...emptyReversal(entry, branchIdOf(entry.communityId), at),
      state: 'proposed',
      proposal: { ...by, reason },
    };
  }

  /** The owner's objection, which waits for an answer, */
  contest(entry: Entry, words: string, at: Date): Reversal {
    this.annotation(entry, { contest: { state: 'open', words, at, request, answer: null } });
    const head = this.heads.get(entry.bookId);
    if (head) this.heads.set(entry.bookId, { ...head, contested: head.contested + 1 });
    return { ...emptyReversal(entry, branchIdOf(entry.communityId), at), contest: words };
  }

  /** or was heard: the line stayed. */
  uphold(entry: Entry, words: string, answer: { words: string; by: Signer; at: Date }): Reversal {
    const { by, at } = answer;
    this.annotation(entry, {
      contest: { state: 'upheld', words, at, request, answer: { words: answer.words, by: by.name } },
    });
    return {
      ...emptyReversal(entry, branchIdOf(entry.communityId), at),
      state: 'upheld',
      open: false,
      contest: words,
      settled: { ...by, at },
    };
  }

  private annotation(entry: Entry, said: Partial<Pick<EntryAnnotation, 'reversed' | 'proposed' | 'contest'>>): void {
    this.lines.push({ ...emptyAnnotation(entry), ...said });
  }

  private add(posting: Posting): Entry {
    const bookId = bookIdOf(posting.personId, posting.unit);
    // Random for real people; here the same data comes out each time.
    for (const personId of peopleIn(posting))
      if (!this.saltOf.has(personId)) this.saltOf.set(personId, hashOf(['demo salt', personId]));
    const { entry, head } = post(this.heads.get(bookId) ?? null, posting, this.saltOf);
    this.heads.set(bookId, head);
    this.lines.push(entry);
    return entry;
  }
}

/** No call of a phone stands behind these. */
const request = { requestKey: 'demo-contest', inputHash: '' } as const;
