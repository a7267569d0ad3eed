import * as v from 'valibot';
import { readRule } from '../rules/permission';
import type { StateFile } from '../state';
import { isFields, messageOf, parseJson, textsOf, type Fields } from '../values';
import { ManagementError } from './error';

const modifySchema = v.object({
  ResourceType: v.picklist(['collection', 'table', 'storage', 'function']),
  /** A collection's or a bucket's name; functions have one rule for all. */
  Resource: v.optional(v.string(), ''),
  Permission: v.picklist(['READONLY', 'PRIVATE', 'ADMINWRITE', 'ADMINONLY', 'CUSTOM']),
  SecurityRule: v.optional(v.string()),
});

const keyOf = (type: string, resource: string): string => `${type} ${resource}`.trimEnd();

function checkRule(rule: string): void {
  try {
    if (isFields(parseJson(rule))) return;
  } catch {
    // falls through to the refusal
  }
  throw new ManagementError('InvalidParameter', 'SecurityRule is not a JSON object');
}

function checkCollectionRule(rule: string): void {
  const parsed = parseJson(rule);
  try {
    if (isFields(parsed)) readRule(parsed);
  } catch (error) {
    throw new ManagementError('InvalidParameter', `SecurityRule: ${messageOf(error)}`);
  }
}

export function modifyPermission(state: StateFile, request: Fields): Fields {
  const { ResourceType, Resource, Permission, SecurityRule } = v.parse(modifySchema, request);
  if (SecurityRule !== undefined) checkRule(SecurityRule);
  if (SecurityRule !== undefined && (ResourceType === 'collection' || ResourceType === 'table'))
    checkCollectionRule(SecurityRule);
  state.value.securityRules[keyOf(ResourceType, Resource)] = {
    permission: Permission,
    ...(SecurityRule !== undefined && { rule: SecurityRule }),
  };
  state.save();
  return {};
}

export function describePermission(state: StateFile, request: Fields): Fields {
  const type = String(request['ResourceType']);
  const wanted = textsOf(request['Resources']);
  const list = Object.entries(state.value.securityRules).flatMap(([key, { permission, rule }]) => {
    const [ofType = '', resource = ''] = key.split(' ', 2);
    const isWanted = ofType === type && (wanted.length === 0 || wanted.includes(resource));
    return isWanted
      ? [{ ResourceType: type, Resource: resource, Permission: permission, SecurityRule: rule ?? '' }]
      : [];
  });
  return { Data: { PermissionList: list, TotalCount: list.length } };
}

/** Whether the functions' security rule lets a mini-program call this one; without a rule it may. */
export function mayClientInvoke(state: StateFile, name: string, hasOpenid: boolean): boolean {
  const text = state.value.securityRules['function']?.rule;
  const rules = text === undefined ? {} : parseJson(text);
  if (!isFields(rules)) return true;
  const rule = rules[name] ?? rules['*'];
  const invoke = isFields(rule) ? rule['invoke'] : rule;
  if (invoke === false || invoke === 'false') return false;
  return invoke === 'auth != null' ? hasOpenid : true;
}
