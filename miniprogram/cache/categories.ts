/** What can be asked for, as this phone heard it last: shown at once, and read again where it is used. */
import { categoryKinds, categoryPrivacies, type OfferedCategory } from '../contracts/category';
import { readCached, writeCached } from '../services/platform/storage';

const storageKey = 'categories';

function isOffered(value: unknown): value is OfferedCategory {
  if (typeof value !== 'object' || value === null) return false;
  const stored: Partial<Record<keyof OfferedCategory, unknown>> = value;
  return (
    typeof stored.key === 'string' &&
    typeof stored.name === 'string' &&
    typeof stored.emergency === 'boolean' &&
    categoryKinds.some((kind) => kind === stored.kind) &&
    categoryPrivacies.some((privacy) => privacy === stored.privacy) &&
    Array.isArray(stored.checklist) &&
    stored.checklist.every((paper) => typeof paper === 'string')
  );
}

const isList = (value: unknown): value is OfferedCategory[] => Array.isArray(value) && value.every(isOffered);

export function cachedCategories(): readonly OfferedCategory[] | undefined {
  return readCached(storageKey, isList);
}

export function cacheCategories(categories: readonly OfferedCategory[]): void {
  return writeCached(storageKey, categories);
}
