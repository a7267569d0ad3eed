import { branchesOf } from '../rules/conditions';
import { evaluateRule, type RuleContext } from '../rules/evaluate';
import { RuleError } from '../rules/tokens';
import type { Database } from '../database';
import { isFields, type Fields, type Value } from '../database/values/value';
import type { Access, Permission } from '../rules/permission';

/** What a request touches: a new document, or those that a query finds. */
export type Target = { readonly document: Fields } | { readonly query: Fields };

export interface AccessRequest {
  readonly permission: Permission;
  readonly access: Access;
  readonly target: Target;
  readonly openid: string | undefined;
  readonly nowMs: number;
  /** What a write brings. */
  readonly data?: Fields;
}

/** `own`: allowed as far as documents are the caller's, which is added to the query. */
export type Verdict = 'allowed' | 'own' | 'refused';

const maxFetched = 10;

/** Documents of other collections that a rule asks for, each once, ten at most. */
function fetcher(database: Database): RuleContext['fetch'] {
  const fetched = new Map<string, Value>();
  return (collection, id) => {
    const path = `${collection}.${id}`;
    const known = fetched.get(path);
    if (known !== undefined) return known;
    if (fetched.size === maxFetched) throw new RuleError(`a rule reads at most ${maxFetched} documents`);
    const isKnown = database.describe().some(({ name }) => name === collection);
    const found: unknown = isKnown ? database.get(collection, id) : undefined;
    const value = isFields(found) ? found : null;
    fetched.set(path, value);
    return value;
  };
}

/**
 * What a permission says to a request. A rule lets it pass only where it holds for every document that the query can
 * find: a query has to be a part of the rule, else it is refused, not narrowed.
 * @throws RuleError for a rule that passes its limits
 */
export function judge(database: Database, request: AccessRequest): Verdict {
  const { permission, access, target, openid, nowMs, data } = request;
  if (typeof permission === 'string') return judgeSimple(permission, access, openid);
  const rule = permission[access];
  if (typeof rule === 'boolean') return rule ? 'allowed' : 'refused';
  const context = { openid, nowMs, data, fetch: fetcher(database) };
  const docs = 'document' in target ? [target] : branchesOf(target.query).map((branch) => ({ branch }));
  return docs.every((doc) => evaluateRule(rule, { ...context, doc }) === true) ? 'allowed' : 'refused';
}

function judgeSimple(permission: string, access: Access, openid: string | undefined): Verdict {
  if (permission === 'ADMINONLY' || (permission === 'ADMINWRITE' && access !== 'read')) return 'refused';
  if (access === 'read' && permission !== 'PRIVATE') return 'allowed';
  return openid === undefined ? 'refused' : 'own';
}
