import { collection, type Database } from '../platform/database';

/**
 * When something last changed in a community that its nightly walks look at: places, posts, people, teams, settings,
 * cards, orders. `_id` is the community's.
 */
export interface CommunityChange {
  readonly _id: string;
  readonly at: Date;
}

export const communityChanges = collection<CommunityChange>('communityChanges');

/** Lets the next night walk through a community. One write, two the first time. */
export async function noteCommunityChange(database: Database, communityId: string, at: Date): Promise<void> {
  const changed = await database.updateWhere(communityChanges, { _id: communityId }, { set: { at } });
  if (changed === 0) await database.insert(communityChanges, { _id: communityId, at });
}
