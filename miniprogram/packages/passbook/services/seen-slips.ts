/**
 * How far each book had come when this phone last saw a month of it, and the hash of that line: a book that is changed
 * behind its readers contradicts their phones. It bears no name and no words, and stays whoever holds the phone.
 */
import type { PassbookView, SlipView } from '../../../contracts/passbook';
import { readCached, writeCached } from '../../../services/platform/storage';

const storageKey = 'seen-slips';
/** Of all books together; the one that was seen longest ago goes first. */
export const maxSeenSlips = 60;

/** The newest line up to a month's end, as it was told once. `book`: person and unit. */
export interface SeenSlip {
  readonly book: string;
  /** `2026-11` */
  readonly month: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The first line that is not as it was: `shrunk` where it is gone, `hash` where it is another. */
type Contradiction = NonNullable<PassbookView['broken']>;

const isSeenSlip = (value: unknown): value is SeenSlip =>
  typeof value === 'object' &&
  value !== null &&
  'book' in value &&
  'month' in value &&
  'sequence' in value &&
  'hash' in value &&
  [value.book, value.month, value.hash].every((part) => typeof part === 'string') &&
  typeof value.sequence === 'number';
const areSeenSlips = (value: unknown): value is readonly SeenSlip[] => Array.isArray(value) && value.every(isSeenSlip);

/** The slips that this phone saw, the latest last. */
export function seenSlips(): readonly SeenSlip[] {
  return readCached(storageKey, areSeenSlips) ?? [];
}

export function seenSlip({ personId, unit, month, sequence, hash }: SlipView): SeenSlip {
  return { book: `${personId}/${unit}`, month, sequence, hash };
}

/**
 * Where an answer contradicts what was seen of the same book. A line keeps its hash in whatever month it is asked for,
 * and no month's end comes before that of an earlier month.
 */
export function compareSlip(seen: readonly SeenSlip[], told: SeenSlip): Contradiction | undefined {
  const contradictions = seen
    .filter(({ book }) => book === told.book)
    .flatMap((one): Contradiction[] => {
      if (one.sequence === told.sequence)
        return one.hash === told.hash ? [] : [{ sequence: told.sequence, why: 'hash' }];
      const isShorter = one.month <= told.month && told.sequence < one.sequence;
      return isShorter ? [{ sequence: told.sequence + 1, why: 'shrunk' }] : [];
    });
  return contradictions.sort((left, right) => left.sequence - right.sequence)[0];
}

/** With a month as it reads now instead of before. */
export function withSlip(seen: readonly SeenSlip[], told: SeenSlip): readonly SeenSlip[] {
  return [...seen.filter(({ book, month }) => book !== told.book || month !== told.month), told].slice(-maxSeenSlips);
}

/**
 * Compares an answer with what this phone saw before, and keeps it. One that contradicts is not kept, so that it is
 * said again each time.
 */
export function checkSlip(view: SlipView): Contradiction | undefined {
  const seen = seenSlips();
  const told = seenSlip(view);
  const contradiction = compareSlip(seen, told);
  if (contradiction === undefined) writeCached(storageKey, withSlip(seen, told));
  return contradiction;
}
