/** From a draft to what the page draws. */
import type { Input } from '../../../contracts/api';
import type { PickedPhoto } from '../../../components/form/photo-picker/photo-picker';
import type { ErrorCode } from '../../../contracts/error';
import { refusal } from '../../../text/errors';
import { mayBePrivate, missing, nowhere, offeredCategories, offeredTimes, timely } from '../../../text/order/new-order';
import type { Choice } from '../../../text/order/names';
import type { Draft, DraftPhoto } from './draft';

export interface DraftView {
  readonly categories: readonly Choice[];
  readonly category: string;
  readonly words: string;
  readonly times: readonly Choice[];
  readonly when: string;
  readonly secret: boolean;
  readonly maySecret: boolean;
  readonly spot: string;
  readonly placed: boolean;
}

export const draftView = (draft: Draft, all: boolean, cardSpot: string, nowMs: number): DraftView => ({
  categories: offeredCategories(all, draft.category),
  category: draft.category,
  words: draft.words,
  times: offeredTimes(nowMs),
  when: timely(draft.when, nowMs),
  secret: draft.private || draft.category === 'birth',
  maySecret: mayBePrivate(draft.category),
  spot: draft.spot || cardSpot || nowhere,
  placed: draft.spot !== '' || cardSpot !== '',
});

/** `urls` are addresses of those that are in the cloud already, by file id. */
export const photoViews = (
  photos: readonly DraftPhoto[],
  sending: readonly string[],
  urls: Readonly<Record<string, string>>,
): PickedPhoto[] =>
  photos.map(({ path, fileId }) => ({
    url: urls[fileId] || path,
    state: fileId !== '' ? 'kept' : sending.includes(path) ? 'sending' : 'failed',
  }));

/** What is still missing before it can be handed in, as the sentence to show. */
export function lacking(draft: Draft, hasPlace: boolean): string {
  if (draft.category === '') return missing.category;
  if (draft.words.trim() === '') return missing.words;
  return hasPlace ? '' : missing.place;
}

/** Why it was not taken; a card that was given out anew places nobody. */
export const whyNot = ({ code, field }: { code: ErrorCode; field?: string }): string =>
  code === 'NOT_FOUND' && field === 'token' ? missing.card : refusal(code);

export function handedIn(draft: Draft, token: string, nowMs: number): Input<'order.create'> | undefined {
  const { category, requestId, words, photos, placeId } = draft;
  if (category === '') return undefined;
  const where = placeId !== '' ? { placeId } : token !== '' ? { token } : {};
  const secret = draft.private && mayBePrivate(category) ? { private: true } : {};
  return {
    category,
    words: words.trim(),
    when: timely(draft.when, nowMs),
    fileIds: photos.map((photo) => photo.fileId),
    requestId,
    ...where,
    ...secret,
  };
}
