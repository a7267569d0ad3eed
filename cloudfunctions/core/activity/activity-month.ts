import { collection } from '../platform/database';

/**
 * The signed activities of a community that began in one month, counted by `jobs`. `_id` is `<communityId>:<month>`, as
 * the figures of its orders have it.
 */
export interface ActivityMonth {
  readonly _id: string;
  readonly communityId: string;
  /** `2026-11` */
  readonly month: string;
  readonly until: Date;
  readonly held: number;
  /** How often somebody came to one. */
  readonly present: number;
}

export const activityMonths = collection<ActivityMonth>('activityMonths');
