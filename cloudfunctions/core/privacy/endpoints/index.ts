import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { getPrivacy } from './get';

/** What is kept about people, for themselves. */
export const privacyEndpoints = {
  'privacy.get': getPrivacy,
} satisfies Partial<Routes<Caller>>;
