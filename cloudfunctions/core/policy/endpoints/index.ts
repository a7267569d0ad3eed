import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { changeCommunityPolicy } from './change';
import { getPolicy } from './get';

/** What a community decides itself. */
export const policyEndpoints = {
  'policy.get': getPolicy,
  'policy.change': changeCommunityPolicy,
} satisfies Partial<Routes<Caller>>;
