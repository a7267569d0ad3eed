import { requestFailed } from '../errors';
import { compileExpression } from '../expression/compile';
import type { Result } from '../expression/expression';
import { isFields, type Fields } from '../values/value';

const logical = ['$and', '$or', '$nor'];

/**
 * @param names variables that `$expr` may name
 * @throws DatabaseError for `$or` and its like without conditions, and for an `$expr` that is written wrongly
 */
export function checkFilter(filter: Fields, names: readonly string[] = []): void {
  for (const name of logical) {
    const parts = filter[name];
    if (parts === undefined) continue;
    if (!Array.isArray(parts) || parts.length === 0) throw requestFailed(`${name} must be a nonempty array`);
    if (!parts.every(isFields)) throw requestFailed(`${name} entries need to be full objects`);
    parts.forEach((part) => {
      checkFilter(part, names);
    });
  }
  const expression = filter['$expr'];
  if (expression !== undefined) compileExpression(expression, names);
}

/** The filter with values for the variables of its expressions, so that it stands alone. */
export function bindVariables(filter: Fields, variables: Readonly<Record<string, Result>>): Fields {
  const names = Object.keys(variables);
  if (names.length === 0) return filter;
  const vars = Object.fromEntries(
    names.map((name) => {
      const value = variables[name];
      return [name, value === undefined ? '$$REMOVE' : { $literal: value }];
    }),
  );
  const bind = (part: Fields): Fields =>
    Object.fromEntries(
      Object.entries(part).map(([name, child]) => {
        if (name === '$expr') return [name, { $let: { vars, in: child } }];
        if (logical.includes(name) && Array.isArray(child))
          return [name, child.map((each) => (isFields(each) ? bind(each) : each))];
        return [name, child];
      }),
    );
  return bind(filter);
}
