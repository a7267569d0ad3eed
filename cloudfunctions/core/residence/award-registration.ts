import type { SignedIn } from '../access/caller';
import { tracesOf } from '../person/kinship';
import { people } from '../person/person';
import type { Community } from '../place/community';
import type { Transaction } from '../platform/database';
import { awardHead } from '../reward/award-head';
import { rewardPolicyOf } from '../reward/community-policy';
import type { Move } from './move';

/**
 * Moves the points of a courtyard head whose tenant is registered now, by the word of whoever decided (S1-19). Nobody
 * earns by their own number or in their own household. Up to three reads and three writes.
 */
export async function awardRegistration(
  transaction: Transaction,
  move: Move,
  { login }: SignedIn,
  { community, at }: { readonly community: Community; readonly at: Date },
): Promise<Move['award']> {
  const head = await transaction.get(people, move.askedBy.personId);
  const policy = rewardPolicyOf(community);
  const decision = await awardHead(
    transaction,
    {
      sourceId: move._id,
      communityId: move.communityId,
      branchName: community.branchName,
      deed: 'tenant',
      rule: policy.heads.tenant,
      pairCap: policy.pairCap,
      head: move.askedBy,
      confirmer: { personId: login.personId, name: login.name },
      at,
      title: move.place.label,
      titleBy: null,
      private: false,
    },
    {
      head: tracesOf(move.askedBy.personId, head, { phones: [] }),
      confirmer: tracesOf(login.personId, undefined, {
        phones: [login.phone, move.phone],
        places: [move.place, ...(login.home ? [login.home] : [])],
      }),
      isConfirmerKnown: true,
    },
  );
  if (!decision) return null;
  const { posting, refused } = decision;
  return posting ? { points: posting.points, entryId: posting.postingKey } : { refused };
}
