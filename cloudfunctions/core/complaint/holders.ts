import type { Community } from '../place/community';
import { posts } from '../place/post';
import type { Database } from '../platform/database';
import type { ReceiverHolders } from './rules/receiver';

/** More inspectors than any community has. */
const maxInspectors = 20;

/** Who answers complaints in a community now. One read. */
export async function readReceivers(
  database: Database,
  { _id: communityId, secretary }: Pick<Community, '_id' | 'secretary'>,
): Promise<ReceiverHolders> {
  const found = await database.find(posts, { where: { communityId, hat: 'inspector' }, limit: maxInspectors });
  return {
    ...(secretary && { secretaryId: secretary.personId }),
    inspectorIds: found.flatMap(({ holder }) => holder?.personId ?? []),
  };
}
