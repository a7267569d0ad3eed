/**
 * What was noted of the caller's order so far: saved on this phone until it is submitted, whatever happens to page or
 * network.
 */
import { visitTimes, type VisitTime } from '../../../contracts/order';
import { newRequestId } from '../../../services/platform/random';
import { readCached, removeCached, writeCached } from '../../../services/platform/storage';

const storageKey = 'intake';

export interface IntakeDraft {
  /** Stays with the draft: submitted twice, it is one order. */
  readonly requestId: string;
  readonly name: string;
  readonly phone: string;
  readonly placeId: string;
  readonly placeLabel: string;
  /** '' before one was chosen. */
  readonly category: string;
  readonly words: string;
  readonly when: VisitTime;
  /** Null before the caller said so, so that the category decides. */
  readonly private: boolean | null;
}

export function emptyIntake(): IntakeDraft {
  return {
    requestId: newRequestId(),
    name: '',
    phone: '',
    placeId: '',
    placeLabel: '',
    category: '',
    words: '',
    when: 'any',
    private: null,
  };
}

const texts = ['requestId', 'name', 'phone', 'placeId', 'placeLabel', 'category', 'words'] as const;

function isIntake(value: unknown): value is IntakeDraft {
  if (typeof value !== 'object' || value === null) return false;
  const stored: Partial<Record<keyof IntakeDraft, unknown>> = value;
  const isSaid = stored.private === null || typeof stored.private === 'boolean';
  return (
    isSaid && visitTimes.some((when) => when === stored.when) && texts.every((key) => typeof stored[key] === 'string')
  );
}

export function cachedIntake(): IntakeDraft {
  return readCached(storageKey, isIntake) ?? emptyIntake();
}

export function cacheIntake(draft: IntakeDraft): void {
  return writeCached(storageKey, draft);
}

export function clearIntake(): void {
  return removeCached(storageKey);
}
