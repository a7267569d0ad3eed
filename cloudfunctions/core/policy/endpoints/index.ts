import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { changeCommunityPolicy } from './change';
import { getPolicy } from './get';
import { listAllCategories } from './list-categories';
import { listOffered } from './list-offered';
import { saveCommunityCategory } from './save-category';

/** What a community decides itself. */
export const policyEndpoints = {
  'policy.get': getPolicy,
  'policy.change': changeCommunityPolicy,
  'policy.listOffered': listOffered,
  'policy.listCategories': listAllCategories,
  'policy.saveCategory': saveCommunityCategory,
} satisfies Partial<Routes<Caller>>;
