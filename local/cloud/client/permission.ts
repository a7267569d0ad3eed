import { isSimplePermission, readRule, type Permission } from '../rules/permission';
import type { CloudServices } from '../services';
import { isFields, parseJson } from '../values';

/**
 * What clients may do with a collection: what the management calls set, else what the manifest declares, else PRIVATE,
 * which is what the cloud gives a new collection.
 */
export function permissionOf({ options, state }: Pick<CloudServices, 'options' | 'state'>, name: string): Permission {
  const rules = state.value.securityRules;
  const set = rules[`collection ${name}`] ?? rules[`table ${name}`];
  const declared = options.manifest?.collections.find((collection) => collection.name === name);
  if (set !== undefined) {
    const rule: unknown = set.rule === undefined ? undefined : parseJson(set.rule);
    return isFields(rule) ? readRule(rule) : isSimplePermission(set.permission) ? set.permission : 'PRIVATE';
  }
  return declared?.rule === undefined ? (declared?.permission ?? 'PRIVATE') : readRule(declared.rule);
}
