import { canonicalJson } from '../../platform/ids';
import { firstHash } from '../chain';
import type { Anchor } from '../anchor/anchor';
import type { Entry } from '../entry';
import { anchorStartOf, bookTagOf, hashStartOf, type SlipCode } from './slip-code';

/** What a slip states of one book and month; its signature covers all of it. */
export interface SlipStatement {
  readonly communityId: string;
  readonly bookId: string;
  /** `2026-11` */
  readonly month: string;
  readonly opening: number;
  readonly closing: number;
  /** The newest line up to the month's end, and its hash. */
  readonly sequence: number;
  readonly hash: string;
  /** The first anchor that was made after that line; null before the next night. */
  readonly anchorDay: string | null;
  readonly anchorHash: string | null;
}

/**
 * What a slip of a month states.
 * @param lines of the month, in their order
 * @param before the newest line before the month, where the month has none of its own
 */
export function statementOf(
  book: Pick<SlipStatement, 'communityId' | 'bookId' | 'month'>,
  lines: readonly Entry[],
  { before, anchor }: { readonly before: Entry | undefined; readonly anchor: Anchor | undefined },
): SlipStatement {
  const first = lines[0];
  const last = lines.at(-1) ?? before;
  return {
    ...book,
    opening: first ? first.balance - first.points : (before?.balance ?? 0),
    closing: last?.balance ?? 0,
    sequence: last?.sequence ?? 0,
    hash: last?.hash ?? firstHash,
    anchorDay: anchor?.day ?? null,
    anchorHash: anchor?.hash ?? null,
  };
}

/** What is signed of a slip. */
export function textOfSlip(statement: SlipStatement): string {
  const { communityId, bookId, month, opening, closing, sequence, hash, anchorDay, anchorHash } = statement;
  const said = { communityId, bookId, month, opening, closing, sequence, hash, anchorDay, anchorHash };
  return `slip ${canonicalJson(said)}`;
}

export function codeOfSlip({ bookId, month, sequence, hash, anchorDay, anchorHash }: SlipStatement): SlipCode {
  const anchor =
    anchorDay === null || anchorHash === null ? null : { day: anchorDay, hashStart: anchorStartOf(anchorHash) };
  return { bookTag: bookTagOf(bookId), month, sequence, hashStart: hashStartOf(hash), anchor };
}
