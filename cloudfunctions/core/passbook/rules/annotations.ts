import type { Reversal } from '../disputes/reversal';
import type { Entry, EntryAnnotation } from '../entry';

/**
 * Whether what stands beside a line is what the line's case says, and whether it says "reversed" exactly where a
 * reversing line stands.
 */
export function annotationHolds(
  entry: Entry,
  annotation: EntryAnnotation | undefined,
  { reversal, isReversed }: { readonly reversal: Reversal | undefined; readonly isReversed: boolean },
): boolean {
  const contest = annotation?.contest ?? null;
  const isProposed = reversal?.open === true && reversal.state === 'proposed';
  const isWaiting = reversal?.open === true && contest?.state === 'open';
  return (
    (annotation?.reversed ?? false) === isReversed &&
    (annotation?.proposed ?? false) === isProposed &&
    (contest?.words ?? null) === (reversal?.contest ?? null) &&
    (contest?.state !== 'open' || isWaiting) &&
    (contest?.state !== 'reversed' || isReversed) &&
    (reversal?.state !== 'contested' || isWaiting) &&
    (reversal?.state !== 'signed' || isReversed) &&
    (annotation === undefined || (annotation.entryId === entry._id && annotation.sequence === entry.sequence))
  );
}
