import type { NameApart } from './name-apart';

/**
 * Why a line does not hold: `form` is unknown, a number is missing or twice (`sequence`), points move between
 * `accounts` that they may not, `balance` or `count` do not follow, the `hash` is another, `words` are not those that
 * were hashed, the `head` says something else; the order, meeting or reversal behind it says something else
 * (`source`) or says that a line stands which does not (`missing`), what stands beside it does (`annotation`); the book
 * is shorter than a night's anchor says (`shrunk`), or was another then (`anchor`).
 */
export const bookFaults = [
  'form',
  'sequence',
  'accounts',
  'balance',
  'count',
  'hash',
  'words',
  'head',
  'source',
  'missing',
  'annotation',
  'shrunk',
  'anchor',
] as const;
export type BookFault = (typeof bookFaults)[number];

/** A book that does not hold, in a check of all. */
export interface BrokenBook extends NameApart {
  readonly personId: string;
  readonly name: string;
  readonly firstBrokenSequence: number;
}
