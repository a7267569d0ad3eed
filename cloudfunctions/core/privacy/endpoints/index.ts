import type { Caller } from '../../access/caller';
import type { Routes } from '../../platform/endpoint';
import { blackOutText } from './black-out';
import { getPrivacy } from './get';
import { listOwnTexts } from './list-texts';

/** What is kept about people, for themselves. */
export const privacyEndpoints = {
  'privacy.get': getPrivacy,
  'privacy.listTexts': listOwnTexts,
  'privacy.blackOut': blackOutText,
} satisfies Partial<Routes<Caller>>;
