import type { WithheldView } from '../../../../miniprogram/contracts/moderation';
import type { OrderView } from '../../../../miniprogram/contracts/order';
import { caseOf, lastHiding, type ModerationCase } from '../../moderation/rules/case';
import { mayAppeal } from '../../moderation/rules/decide-case';
import type { Order } from '../document/order';
import { publicPartsOf, type PublicPart } from '../rules/public-parts';
import { readsPart } from '../rules/readable-parts';
import type { OrderActor } from '../rules/relations';
import type { Visibility } from '../rules/visibility';
import type { PartReader, PhotoUrls } from './party-view';

export type { PartReader } from './party-view';

/** What a reader may read of an order's parts. Of what its author is not said, its author is looked up. */
export function partReader(
  order: Order,
  visibility: Visibility,
  { actor, urls }: { readonly actor: OrderActor; readonly urls: PhotoUrls },
): PartReader {
  return {
    urls,
    mayChange: (authorId) => visibility.others || authorId === actor.personId,
    reads(part, authorId = authorOf(order, part)) {
      return readsPart(order, { part, authorId }, { visibility, actor });
    },
  };
}

function authorOf(order: Order, part: string): string {
  return publicPartsOf(order).find((one) => one.part === part)?.authorId ?? '';
}

/** What is withheld of an order, for its author and for staff who may decide. */
export function withheldView(
  order: Order,
  { others }: Visibility,
  { personId }: OrderActor,
): Pick<OrderView, 'withheld'> {
  if (!order.cases) return {};
  const withheld = publicPartsOf(order).flatMap((part): readonly WithheldView[] => {
    const found = caseOf(order, part.part);
    const isReader = others || part.authorId === personId;
    return found && found.state !== 'shown' && isReader ? [caseView(part, found, personId)] : [];
  });
  return withheld.length > 0 ? { withheld } : {};
}

/** How it stands with a part of which there was ever a doubt. */
export function caseView({ part, kind }: PublicPart, found: ModerationCase, readerId: string): WithheldView {
  const hiding = lastHiding(found);
  return {
    part,
    kind,
    state: found.state,
    ...(hiding?.reason && { reason: hiding.reason }),
    ...(hiding && hiding.words !== null && { words: hiding.words }),
    ...(found.authorId === readerId && { own: true }),
    ...(found.authorId === readerId && mayAppeal(found) && { mayAppeal: true }),
  };
}
