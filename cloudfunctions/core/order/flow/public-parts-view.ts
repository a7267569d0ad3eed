import type { PublicPartView, PublicPartsView } from '../../../../miniprogram/contracts/moderation';
import { appealOf, awaitsDecision, caseOf, lastHiding, type ModerationCase } from '../../moderation/rules/case';
import { scopeOf } from '../../access/permissions';
import type { Order } from '../document/order';
import { decisionDueAt } from '../rules/decision-clock';
import { mayJudge } from '../rules/judges';
import { publicPartsOf, type PublicPart } from '../rules/public-parts';
import type { OrderActor } from '../rules/relations';
import { seatOf } from '../rules/seats';
import { visibilityOf } from '../rules/visibility';
import { caseView } from './part-view';
import { photoView, type PhotoUrls } from './party-view';

interface Reader {
  readonly actor: OrderActor;
  readonly urls: PhotoUrls;
  readonly now: Date;
  /** What waits for a person alone, or everything that others may read. */
  readonly only?: 'waiting';
}

/** An order as those see it who decide what others read of it. */
export function publicPartsView(order: Order, reader: Reader): PublicPartsView {
  const judged = publicPartsOf(order).filter(({ part }) => mayJudge(order, part, reader.actor));
  const parts = judged.filter((part) => reader.only === undefined || isWaiting(order, part));
  return {
    orderId: order._id,
    number: order.number,
    placeName: order.place.label,
    parts: parts.map((part) => partView(order, part, reader)),
  };
}

/** The photos that such a view links to. */
export function linkedPhotos(order: Order, only?: 'waiting'): readonly string[] {
  return publicPartsOf(order).flatMap((part) =>
    part.photo?.state === 'shown' && (only === undefined || isWaiting(order, part)) ? [part.photo.fileId] : [],
  );
}

function isWaiting(order: Order, { part }: PublicPart): boolean {
  const found = caseOf(order, part);
  return found !== undefined && awaitsDecision(found);
}

function partView(order: Order, part: PublicPart, { actor, urls, now }: Reader): PublicPartView {
  const found = caseOf(order, part.part);
  const hiding = found && lastHiding(found);
  const appeal = found && appealOf(found);
  return {
    ...(found ? caseView(part, found, actor.personId) : { part: part.part, kind: part.kind, state: 'shown' as const }),
    ...(part.text !== undefined && { text: part.text }),
    ...(part.photo && { photo: photoView(part.photo, urls) }),
    authorName: visibilityOf(order, actor)?.requester ? authorName(order, part.authorId) : '',
    ...(found && { since: found.openedAt.toISOString() }),
    ...(found && dueView(order, found, now)),
    ...(hiding && { byName: hiding.by.name }),
    ...(appeal && appeal.words !== null && { appeal: appeal.words }),
    ...mayDecide(order, part, actor),
  };
}

/** By when somebody is to decide, and whether they should have by now. */
function dueView(order: Order, found: ModerationCase, now: Date): Pick<PublicPartView, 'decideBy' | 'late'> {
  const until = decisionDueAt(order, found);
  if (!until) return {};
  return { decideBy: until.toISOString(), ...(now.getTime() > until.getTime() && { late: true }) };
}

/** Who decides: staff in a hat that may, not about their own, and not about an appeal against themselves. */
function mayDecide(order: Order, part: PublicPart, actor: OrderActor): Pick<PublicPartView, 'mayShow' | 'mayHide'> {
  const found = caseOf(order, part.part);
  const state = found?.state ?? 'shown';
  const isOwn = part.authorId === actor.personId;
  const isAppealed = state === 'appealed' && found !== undefined && lastHiding(found)?.by.personId === actor.personId;
  const may = scopeOf(actor.hat, 'order.moderate') !== 'none' && !isOwn && !isAppealed;
  return { mayShow: may && state !== 'shown', mayHide: may && state !== 'hidden' };
}

function authorName({ requester, worker, leader, secretary, ...order }: Order, personId: string): string {
  const staff = [requester, worker, leader, secretary].find((party) => party?.personId === personId);
  const written = order.trail.find(({ by }) => by?.personId === personId)?.by;
  return (staff ?? seatOf(order, personId) ?? written)?.name ?? '';
}
