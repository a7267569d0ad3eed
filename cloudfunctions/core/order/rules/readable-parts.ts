import { isWithheld, type Moderated } from '../../moderation/rules/case';
import type { CasePart } from '../../moderation/rules/decide-case';
import type { OrderState, TrailLine } from '../document/order';
import { evidencePart, publicPartsOf, publicWordsPart, ratingPart, wordsPart } from './public-parts';
import type { OrderActor } from './relations';
import type { Visibility } from './visibility';

interface Reader {
  readonly visibility: Visibility;
  readonly actor: OrderActor;
}

/**
 * Whether a reader reads a part. What is withheld is read by its author and by staff who may decide, and what is asked
 * for by whoever does it or is asked to, since an order reaches its worker whatever becomes of its words.
 */
export function readsPart(order: Moderated, { part, authorId }: CasePart, { visibility, actor }: Reader): boolean {
  if (!isWithheld(order, part) || visibility.others || authorId === actor.personId) return true;
  return (part === wordsPart || part === publicWordsPart) && visibility.record;
}

/**
 * The words of an order as a reader may read them; undefined where they may not. A wish is read in the words that
 * triage gave it by whoever may not know who asked.
 */
export function readableWords(
  order: Pick<OrderState, 'words' | 'wish'> & Moderated,
  { content, requester, record }: Visibility,
): string | undefined {
  const { words, wish } = order;
  const part = wish && !requester ? publicWordsPart : wordsPart;
  if (!content || (isWithheld(order, part) && !record)) return undefined;
  return wish && !requester ? wish.publicWords : words;
}

/** The trail says again what was written when it was done, and with a rating: as long as that may be read. */
export function readsNote({ action, by }: TrailLine, order: OrderState, reader: Reader): boolean {
  const part = notePart(action, by?.personId ?? '');
  if (part === undefined || !isWithheld(order, part)) return true;
  const authorId = publicPartsOf(order).find((one) => one.part === part)?.authorId ?? by?.personId ?? '';
  return readsPart(order, { part, authorId }, reader);
}

function notePart(action: TrailLine['action'], personId: string): string | undefined {
  if (action === 'complete') return evidencePart(personId);
  return action === 'confirm' || action === 'changeRating' ? ratingPart : undefined;
}
