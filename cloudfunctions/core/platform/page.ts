import type { Condition, Query, Scalar, Where } from './database';

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

/**
 * A list that goes up by a key which lines may share, and among those by `_id`: from its start, or behind the line that
 * `cursor` names (`<key>><_id>`). Its index ends with both fields.
 */
export function behindLine(
  where: Where,
  field: string,
  cursor: string | undefined,
  readKey: (text: string) => Scalar,
): Pick<Query, 'where' | 'anyOf' | 'sort'> {
  const sort = { [field]: 'asc', _id: 'asc' } as const;
  if (cursor === undefined) return { where, sort };
  const at = cursor.indexOf('>');
  const key = readKey(cursor.slice(0, at));
  const anyOf = [{ [field]: { gt: key } }, { _id: { gt: cursor.slice(at + 1) } }];
  return { where: { ...where, [field]: { gte: key } }, anyOf, sort };
}
