import type { MigrationPlan } from '../../schema/types';
import { defaultCategories } from '../rules/categories';

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(value: unknown): Fields {
  return Object.fromEntries(Object.entries(Object(value)));
}

function keysOf(value: unknown): readonly string[] | undefined {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : undefined;
}

/**
 * A stored policy that says of each category what it is: which ones were always private, and which ones agency, stood
 * in lists of their own. Where these were the product's own, it decides nothing. Pure, for migrations.
 */
export function withCategories(stored: unknown): Fields {
  const policy = fieldsOf(stored);
  const { privateCategories, agencyCategories, ...order } = fieldsOf(policy['order']);
  const hidden = keysOf(privateCategories) ?? ['birth'];
  const agency = keysOf(agencyCategories);
  const categories = defaultCategories.map((one) => ({
    ...one,
    privacy: hidden.includes(one.key) ? 'always' : one.privacy === 'always' ? 'byDefault' : one.privacy,
    kind: agency === undefined ? one.kind : agency.includes(one.key) ? 'agency' : 'service',
  }));
  const isDefault = JSON.stringify(categories) === JSON.stringify(defaultCategories);
  return { ...policy, order: { ...order, ...(!isDefault && order['categories'] === undefined && { categories }) } };
}

/** A community's policy says of each category what it is: private, agency, or neither. */
export const policyWithCategories: MigrationPlan = {
  to: 5,
  migrate: (community) => ({ ...community, policy: withCategories(community['policy']) }),
};

/** And so does each version of it. */
export const versionWithCategories: MigrationPlan = {
  to: 4,
  migrate: (version) => ({ ...version, policy: withCategories(version['policy']) }),
};
