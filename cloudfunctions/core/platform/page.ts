import type { Condition, Query } from './database';

/** One more than a page, so that whether there is a next one is known without asking. */
export function pageQuery(size: number): Pick<Query, 'limit'> {
  return { limit: size + 1 };
}

/** Keys of a list that goes down by a unique key: all of them, or those after the page that ended at `cursor`. */
export function belowCursor(cursor: string | undefined): Condition {
  return cursor === undefined ? { gt: '' } : { gt: '', lt: cursor };
}

/** Cuts the extra document off; `next` is the key of the last one shown when there are more. */
export function cutPage<T>(
  found: readonly T[],
  size: number,
  keyOf: (document: T) => string,
): { shown: readonly T[]; next?: string } {
  const shown = found.slice(0, size);
  const last = shown.at(-1);
  return found.length > size && last !== undefined ? { shown, next: keyOf(last) } : { shown };
}
