import type { ExchangeSide } from '../../../../miniprogram/contracts/exchange';
import type { Acts } from '../../access/act';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';

export interface ExchangeNote {
  readonly noteId: string;
  readonly side: ExchangeSide;
  readonly words: string;
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * What a member shares with one employer, and what both sides wrote. `_id` is `<employerId>:<personId>`: who changes to
 * another employer is asked anew.
 */
export interface Exchange extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly employerId: string;
  readonly employerName: string;
  readonly personId: string;
  readonly name: string;
  /** Sorts by name and is unique: `<name>:<personId>`. */
  readonly nameKey: string;
  /** The member agreed that the employer reads their record. */
  readonly agreed: boolean;
  readonly agreedAt: Date;
  /** The latest last; at most `notesKept`. */
  readonly notes: readonly ExchangeNote[];
  readonly requests: readonly RequestRecord[];
}

export const exchanges = collection<Exchange>('exchanges');

/** Years of a note or two a month. */
export const notesKept = 60;

export function exchangeIdOf(employerId: string, personId: string): string {
  return `${employerId}:${personId}`;
}

/** Who is to answer the last note. */
export function waitsFor({ notes }: Pick<Exchange, 'notes'>): ExchangeSide | undefined {
  const last = notes.at(-1);
  return last && (last.side === 'employer' ? 'community' : 'employer');
}
