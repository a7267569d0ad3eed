/** What somebody began to ask for: saved on the phone until it is submitted, whatever happens to page or network. */
import { visitTimes, type VisitTime } from '../../../contracts/order';
import { newRequestId } from '../../../services/platform/random';
import { readCached, removeCached, writeCached } from '../../../services/platform/storage';

const storageKey = 'draft';

/** `fileId` is '' until the picture is in the cloud. */
export interface DraftPhoto {
  readonly path: string;
  readonly fileId: string;
}

export interface Draft {
  /** Stays with the draft: submitted twice, it is one order. */
  readonly requestId: string;
  /** '' before one was chosen. */
  readonly category: string;
  readonly words: string;
  readonly when: VisitTime;
  /** Null before somebody said so, so that the category decides. */
  readonly private: boolean | null;
  readonly photos: readonly DraftPhoto[];
  /** Chosen by hand; wins over the card's. */
  readonly placeId: string;
  readonly placeLabel: string;
}

export function emptyDraft(): Draft {
  return {
    requestId: newRequestId(),
    category: '',
    words: '',
    when: 'any',
    private: null,
    photos: [],
    placeId: '',
    placeLabel: '',
  };
}

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
  const stored: Partial<Record<keyof Draft, unknown>> = value;
  return (
    isText(stored.category) &&
    visitTimes.some((when) => when === stored.when) &&
    isText(stored.requestId) &&
    isText(stored.words) &&
    (stored.private === null || typeof stored.private === 'boolean') &&
    isText(stored.placeId) &&
    isText(stored.placeLabel) &&
    Array.isArray(stored.photos) &&
    stored.photos.every(isPhoto)
  );
}

export function cachedDraft(): Draft {
  return readCached(storageKey, isDraft) ?? emptyDraft();
}

export function cacheDraft(draft: Draft): void {
  return writeCached(storageKey, draft);
}

export function clearDraft(): void {
  return removeCached(storageKey);
}

export function begun(draft: Draft): boolean {
  return draft.category !== '' || draft.words !== '' || draft.photos.length > 0;
}
