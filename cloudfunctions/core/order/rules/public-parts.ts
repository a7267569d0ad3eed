import type { PartKind } from '../../../../miniprogram/contracts/moderation';
import { awaitsDecision, isWithheld, type Moderated } from '../../moderation/rules/case';
import type { CasePart } from '../../moderation/rules/decide-case';
import type { Evidence, OrderState, StoredPhoto, TrailLine } from '../document/order';
import { seatsOf } from './seats';

/** Something of an order that others than its author and those who decide may read. */
export interface PublicPart extends CasePart {
  readonly kind: PartKind;
  readonly text?: string;
  readonly photo?: StoredPhoto;
}

export const wordsPart = 'words';
export const publicWordsPart = 'publicWords';
export const ratingPart = 'rating';
export const evidencePart = (personId: string): string => `evidence:${personId}`;
export const photoPart = (fileId: string): string => `photo:${fileId}`;

/** Every part that an order has now; what it had and lost is decided about no more. */
export function publicPartsOf(order: OrderState): readonly PublicPart[] {
  const { words, photos, requester } = order;
  return [
    { part: wordsPart, authorId: requester.personId, kind: 'words', text: words },
    ...wishParts(order),
    ...photosOfAuthor(photos, requester.personId),
    ...seatsOf(order).flatMap(({ personId, evidence }) => evidenceParts(personId, evidence)),
    ...ratingParts(order),
  ];
}

function wishParts(order: OrderState): readonly PublicPart[] {
  if (!order.wish) return [];
  const authorId = writerOf(order, ['reclassify']);
  return [{ part: publicWordsPart, authorId, kind: 'publicWords', text: order.wish.publicWords }];
}

function ratingParts(order: OrderState): readonly PublicPart[] {
  const { rating, requester } = order;
  if (!rating || rating.words === null) return [];
  const authorId = rating.via === 'call' ? writerOf(order, ['confirm', 'changeRating']) : requester.personId;
  return [{ part: ratingPart, authorId, kind: 'rating', text: rating.words }];
}

function evidenceParts(personId: string, evidence: Evidence | null): readonly PublicPart[] {
  if (!evidence) return [];
  const { note, photos } = evidence;
  const written = { part: evidencePart(personId), authorId: personId, kind: 'evidence' as const };
  return [...(note === null ? [] : [{ ...written, text: note }]), ...photosOfAuthor(photos, personId)];
}

function photosOfAuthor(photos: readonly StoredPhoto[], authorId: string): readonly PublicPart[] {
  return photos.map((photo) => ({ part: photoPart(photo.fileId), authorId, kind: 'photo' as const, photo }));
}

/** Whoever made the last of such moves: staff who wrote for the requester. */
function writerOf({ trail, requester }: OrderState, by: readonly TrailLine['action'][]): string {
  const last = trail.filter(({ action }) => by.includes(action)).at(-1);
  return last?.by?.personId ?? requester.personId;
}

/** What those read of an order who are neither its parties nor its staff. */
export function openPart({ wish }: Pick<OrderState, 'wish'>): string {
  return wish ? publicWordsPart : wordsPart;
}

/** Whether those read nothing of it for now. */
export function isOpenPartWithheld(order: Pick<OrderState, 'wish'> & Moderated): boolean {
  return isWithheld(order, openPart(order));
}

/** Whether a person has to decide about a part that the order still has. */
export function awaitsModeration(order: OrderState): boolean {
  const waiting = (order.cases ?? []).filter(awaitsDecision);
  if (waiting.length === 0) return false;
  const parts = publicPartsOf(order).map(({ part }) => part);
  return waiting.some(({ part }) => parts.includes(part));
}
