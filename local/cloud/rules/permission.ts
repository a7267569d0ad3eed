import { parseRule, type Expression } from './expression';
import { RuleError } from './tokens';

export type Access = 'read' | 'create' | 'update' | 'delete';

/** The four simple permissions of the console, by the names of CloudBase's API (`AclTag`). */
export const simplePermissions = ['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY'] as const;
export type SimplePermission = (typeof simplePermissions)[number];

/** What clients may do with a collection: one of the simple permissions, or a rule for each kind of access. */
export type Permission = SimplePermission | { readonly [A in Access]: boolean | Expression };

/** A rule as it is written, e.g. `{ "read": true, "write": "doc._openid == auth.openid" }`. */
export type WrittenRule = Readonly<Partial<Record<Access | 'write', boolean | string>>>;

const kinds = new Set(['read', 'write', 'create', 'update', 'delete']);

/** @throws RuleError that names the kind of access and says what is wrong */
export function readRule(rule: Readonly<Record<string, unknown>>): Exclude<Permission, SimplePermission> {
  const unknown = Object.keys(rule).find((kind) => !kinds.has(kind));
  if (unknown !== undefined) throw new RuleError(`${unknown}: a rule has read, write, create, update and delete`);
  const expressionOf = (kind: string): boolean | Expression => {
    const written = rule[kind];
    if (typeof written === 'boolean') return written;
    if (typeof written !== 'string') throw new RuleError(`${kind}: a rule is true, false or an expression`);
    try {
      return parseRule(written);
    } catch (error) {
      throw error instanceof RuleError ? new RuleError(`${kind}: ${error.message}`) : error;
    }
  };
  const write = 'write' in rule ? expressionOf('write') : false;
  const either = (kind: Access): boolean | Expression => (kind in rule ? expressionOf(kind) : write);
  return {
    read: 'read' in rule ? expressionOf('read') : false,
    create: either('create'),
    update: either('update'),
    delete: either('delete'),
  };
}

export const isSimplePermission = (name: string | undefined): name is SimplePermission =>
  simplePermissions.some((simple) => simple === name);
