/** Checks an open book behind its lines: part by part, so that no call grows with the book. */
import type { Reply } from '../../../contracts/error';
import type { PointUnit, VerifyView } from '../../../contracts/passbook';
import * as passbooks from '../../../services/passbook';

/** What a check found at its end. */
export type Verdict = Exclude<VerifyView, { readonly state: 'partly' }>;

/**
 * Every line of a book, one part after the other.
 * @param onPart hears after each part but the last up to which line everything holds; false ends the check
 * @returns the verdict; undefined where the check was ended
 */
export async function checkWholeBook(
  unit: PointUnit,
  personId: string,
  onPart: (entries: number) => boolean,
): Promise<Reply<Verdict> | undefined> {
  let cursor: string | undefined;
  for (;;) {
    const reply = await passbooks.verify(unit, personId, cursor);
    if (!reply.ok) return reply;
    const { data } = reply;
    if (data.state !== 'partly') return { ...reply, data };
    if (!onPart(data.entries)) return undefined;
    cursor = data.next;
  }
}
