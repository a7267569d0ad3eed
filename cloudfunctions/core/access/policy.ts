import { postHats, type PostHat } from '../../../miniprogram/contracts/hat';
import { object, v } from '../platform/validation';

/** What a community decided on how people become who they are. */
export interface AccessPolicy {
  /**
   * Hats that a new login wears only after another holder or the administrator confirmed it: the second factor beside
   * the telephone number. None: the number alone is enough.
   */
  readonly guardedHats: readonly PostHat[];
}

/** The hats that post points, reveal numbers, sign, or set communities up. */
export const defaultAccessPolicy: AccessPolicy = {
  guardedHats: ['secretary', 'committee', 'groupLeader', 'gridLeader', 'gridWorker', 'administrator'],
};

export const accessPolicySchema = object({ guardedHats: v.array(v.picklist(postHats)) });
