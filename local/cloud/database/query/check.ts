import { requestFailed } from '../errors';
import { knownExpressions } from '../platform/mingo';
import { isFields, type Fields, type Value } from '../values/value';

/**
 * The query language meets an expression only with a document; a name that it does not know must fail without
 * one.
 * @throws DatabaseError with that name
 */
export function checkExpressions(values: readonly Value[]): void {
  for (const value of values) {
    if (Array.isArray(value)) checkExpressions(value);
    if (!isFields(value)) continue;
    for (const [name, child] of Object.entries(value)) {
      if (name.startsWith('$') && !knownExpressions.has(name)) throw requestFailed(`Unrecognized expression '${name}'`);
      if (name !== '$literal') checkExpressions([child]);
    }
  }
}

const logical = ['$and', '$or', '$nor'];

/** @throws DatabaseError for `$or` and its like without conditions, and for names in `$expr` that are not known */
export function checkFilter(filter: Fields): void {
  for (const name of logical) {
    const parts = filter[name];
    if (parts === undefined) continue;
    if (!Array.isArray(parts) || parts.length === 0) throw requestFailed(`${name} must be a nonempty array`);
    if (!parts.every(isFields)) throw requestFailed(`${name} entries need to be full objects`);
    parts.forEach(checkFilter);
  }
  const expression = filter['$expr'];
  if (expression !== undefined) checkExpressions([expression]);
}
