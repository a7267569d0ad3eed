/** From a draft to what the page draws, and to what it submits. */
import type { Input, Output } from '../../../contracts/api';
import type { OrderCategory } from '../../../contracts/order';
import type { Refused } from '../../../page/submit';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { ownLine, similarLine } from '../../../text/order/similar';
import { currentTime, offeredCategories, offeredTimes } from '../../../views/order/offered-choices';
import type { PickedPhoto } from '../../../views/order/photos';
import { missing, noPlace } from '../text/new-order';
import type { Draft, DraftPhoto } from './draft';

export interface DraftView {
  readonly categories: readonly Choice[];
  readonly category: string;
  readonly words: string;
  readonly times: readonly Choice[];
  readonly when: string;
  readonly isPrivate: boolean;
  readonly mayBePrivate: boolean;
  readonly placeLabel: string;
  readonly hasPlace: boolean;
}

/** Those that the courtyard head would take part in. */
const privateCategories: readonly OrderCategory[] = ['schooling', 'birth', 'registration'];
const mayBePrivate = (category: OrderCategory | ''): boolean => category !== '' && privateCategories.includes(category);

export function draftView(draft: Draft, isAll: boolean, defaultPlaceLabel: string, nowMs: number): DraftView {
  const { category, words } = draft;
  const placeLabel = draft.placeLabel || defaultPlaceLabel;
  return {
    categories: offeredCategories(isAll, category),
    category,
    words,
    times: offeredTimes(nowMs),
    when: currentTime(draft.when, nowMs),
    isPrivate: draft.private || category === 'birth',
    mayBePrivate: mayBePrivate(category),
    placeLabel: placeLabel || noPlace,
    hasPlace: placeLabel !== '',
  };
}

/** Photos are shown as this phone keeps them: nobody reads what was uploaded before the server has drawn it anew. */
export function photoViews(photos: readonly DraftPhoto[], uploading: readonly string[]): PickedPhoto[] {
  return photos.map(({ path, fileId }) => ({
    url: path,
    state: fileId !== '' ? 'ready' : uploading.includes(path) ? 'uploading' : 'failed',
  }));
}

/** An open order about the same thing: a neighbour's, or one's own. */
export interface SimilarOrder {
  readonly orderId: string;
  readonly version: number;
  readonly line: string;
  readonly isOwn: boolean;
}

export function similarOrder(order: NonNullable<Output<'order.findSimilar'>['order']>, nowMs: number): SimilarOrder {
  const { orderId, version, own: isOwn = false } = order;
  return { orderId, version, isOwn, line: isOwn ? ownLine(order, nowMs) : similarLine(order, nowMs) };
}

/** What is still missing before it can be submitted, as the sentence to show. */
export function missingOf(draft: Draft, hasPlace: boolean): string {
  if (draft.category === '') return missing.category;
  if (draft.words.trim() === '') return missing.words;
  return hasPlace ? '' : missing.place;
}

/** Why it was not taken; a card that was given out anew places nobody. */
export function newOrderRefusal(refused: Refused): string {
  return refused.code === 'NOT_FOUND' && refused.field === 'token' ? missing.card : refusalOf(refused);
}

/** Where it is for: a place that was chosen wins over the card's. */
export function placeInput({ placeId }: Draft, token: string): { placeId?: string; token?: string } {
  if (placeId !== '') return { placeId };
  return token === '' ? {} : { token };
}

/** Nothing before a category was chosen. */
export function orderInput(draft: Draft, token: string, nowMs: number): Input<'order.create'> | undefined {
  const { category, requestId, words, photos } = draft;
  if (category === '') return undefined;
  return {
    category,
    words: words.trim(),
    when: currentTime(draft.when, nowMs),
    fileIds: photos.map((photo) => photo.fileId),
    requestId,
    ...placeInput(draft, token),
    ...(draft.private && mayBePrivate(category) && { private: true }),
  };
}
