/** From a draft to what the page draws, and to what it submits. */
import type { Input, Output } from '../../../contracts/api';
import type { OfferedCategory } from '../../../contracts/category';
import { titleOf } from '../../../contracts/order-title';
import type { Refused } from '../../../page/submit';
import type { Choice } from '../../../text/choice';
import { refusalOf } from '../../../text/errors';
import { ownLine, similarLine } from '../../../text/order/similar';
import { currentTime, offeredCategories, offeredTimes } from '../../../views/order/offered-choices';
import type { PickedPhoto } from '../../../views/order/picked-photo';
import { missing, noPlace } from '../text/new-order';
import type { Draft, DraftPhoto } from './draft';

export interface DraftView {
  readonly categories: readonly Choice[];
  readonly category: string;
  /** What to bring. */
  readonly papers: readonly string[];
  readonly isEmergency: boolean;
  readonly words: string;
  readonly times: readonly Choice[];
  readonly when: string;
  readonly isPrivate: boolean;
  readonly mayBePrivate: boolean;
  readonly isAlwaysPrivate: boolean;
  readonly placeLabel: string;
  readonly hasPlace: boolean;
  /** What neighbours will read of it, drawn as they will; '' while they read nothing. */
  readonly preview: string;
}

/** The category that a draft is of; undefined before one was chosen, and where it is offered no more. */
export function chosenCategory(draft: Draft, categories: readonly OfferedCategory[]): OfferedCategory | undefined {
  return categories.find(({ key }) => key === draft.category);
}

/** What the form offers: how many kinds, where it goes by itself, and as of when. */
export interface FormState {
  readonly categories: readonly OfferedCategory[];
  readonly isAll: boolean;
  readonly placeLabel: string;
  readonly nowMs: number;
}

export function draftView(draft: Draft, { categories, isAll, placeLabel: own, nowMs }: FormState): DraftView {
  const { words } = draft;
  const chosen = chosenCategory(draft, categories);
  const placeLabel = draft.placeLabel || own;
  const privacy = chosen?.privacy ?? 'open';
  const isPrivate = privacy === 'always' || (draft.private ?? privacy === 'byDefault');
  return {
    categories: offeredCategories(categories, isAll, chosen?.key ?? ''),
    category: chosen?.key ?? '',
    papers: chosen?.checklist ?? [],
    isEmergency: chosen?.emergency ?? false,
    words,
    times: offeredTimes(nowMs),
    when: currentTime(draft.when, nowMs),
    isPrivate,
    mayBePrivate: privacy !== 'open',
    isAlwaysPrivate: privacy === 'always',
    placeLabel: placeLabel || noPlace,
    hasPlace: placeLabel !== '',
    preview: isPrivate ? '' : previewOf(words, nowMs),
  };
}

/** The same line as stands before whoever of the courtyard writes of the same thing (`order.findSimilar`). */
function previewOf(words: string, nowMs: number): string {
  const title = titleOf(words);
  return title === '' ? '' : similarLine({ title, createdAt: new Date(nowMs).toISOString() }, nowMs);
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
export function missingOf(draft: Draft, category: OfferedCategory | undefined, hasPlace: boolean): string {
  if (category === undefined) return missing.category;
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

export function orderInput(
  draft: Draft,
  { key: category, privacy }: OfferedCategory,
  token: string,
  nowMs: number,
): Input<'order.create'> {
  const { requestId, words, photos } = draft;
  return {
    category,
    words: words.trim(),
    when: currentTime(draft.when, nowMs),
    fileIds: photos.map((photo) => photo.fileId),
    requestId,
    ...placeInput(draft, token),
    ...(draft.private !== null && privacy !== 'open' && privacy !== 'always' && { private: draft.private }),
  };
}
