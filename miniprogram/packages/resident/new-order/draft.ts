/** What somebody began to ask for: kept on the phone until it is handed in, whatever happens to page or network. */
import { orderCategories, visitTimes, type OrderCategory, type VisitTime } from '../../../contracts/order';
import { newRequestId } from '../../../services/platform/chance';
import { forget, keep, readKept } from '../../../services/platform/storage';

const storageKey = 'draft';

/** `fileId` is '' until the picture is in the cloud. */
export interface DraftPhoto {
  readonly path: string;
  readonly fileId: string;
}

export interface Draft {
  /** Stays with the draft: handed in twice, it is one order. */
  readonly requestId: string;
  readonly category: OrderCategory | '';
  readonly words: string;
  readonly when: VisitTime;
  readonly private: boolean;
  readonly photos: readonly DraftPhoto[];
  /** Chosen by hand; wins over the card's. */
  readonly placeId: string;
  readonly spot: string;
}

export const emptyDraft = (): Draft => ({
  requestId: newRequestId(),
  category: '',
  words: '',
  when: 'any',
  private: false,
  photos: [],
  placeId: '',
  spot: '',
});

const isText = (value: unknown): value is string => typeof value === 'string';
const isPhoto = (value: unknown): value is DraftPhoto =>
  typeof value === 'object' &&
  value !== null &&
  'path' in value &&
  isText(value.path) &&
  'fileId' in value &&
  isText(value.fileId);

function isDraft(value: unknown): value is Draft {
  if (typeof value !== 'object' || value === null) return false;
  const kept: Partial<Record<keyof Draft, unknown>> = value;
  const known = kept.category === '' || orderCategories.some((category) => category === kept.category);
  return (
    known &&
    visitTimes.some((when) => when === kept.when) &&
    isText(kept.requestId) &&
    isText(kept.words) &&
    typeof kept.private === 'boolean' &&
    isText(kept.placeId) &&
    isText(kept.spot) &&
    Array.isArray(kept.photos) &&
    kept.photos.every(isPhoto)
  );
}

export const keptDraft = (): Draft => readKept(storageKey, isDraft) ?? emptyDraft();
export const keepDraft = (draft: Draft): void => keep(storageKey, draft);
export const dropDraft = (): void => forget(storageKey);

export const begun = (draft: Draft): boolean => draft.category !== '' || draft.words !== '' || draft.photos.length > 0;
