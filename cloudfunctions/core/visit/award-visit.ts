import { people } from '../person/person';
import { tracesOf } from '../person/kinship';
import type { SignedIn } from '../access/caller';
import type { Community } from '../place/community';
import type { Transaction } from '../platform/database';
import { awardHead } from '../reward/award-head';
import { rewardPolicyOf } from '../reward/community-policy';
import type { Confirmation, Visit } from './visit';

/**
 * Moves the points of a courtyard head whose visit is confirmed now, by the word of whoever was visited or of staff who
 * asked (S1-19). Nobody earns at home, nor by the word of their own household. Up to four reads and three writes.
 */
export async function awardVisit(
  transaction: Transaction,
  visit: Visit,
  { login, scope }: SignedIn,
  { community, at }: { readonly community: Community; readonly at: Date },
): Promise<Confirmation['award']> {
  const isOwn = scope === 'household' || login.home?.placeId === visit.placeId;
  const head = await transaction.get(people, visit.by.personId);
  const policy = rewardPolicyOf(community);
  const decision = await awardHead(
    transaction,
    {
      sourceId: visit._id,
      communityId: visit.communityId,
      branchName: community.branchName,
      deed: 'visit',
      rule: policy.heads.visit,
      pairCap: policy.pairCap,
      head: { personId: visit.by.personId, name: visit.by.name },
      confirmer: { personId: login.personId, name: login.name },
      at,
      title: visit.label,
      titleBy: null,
      private: false,
    },
    {
      head: tracesOf(visit.by.personId, head, { phones: [] }),
      confirmer: withHousehold(
        tracesOf(login.personId, undefined, { phones: [login.phone], places: login.home ? [login.home] : [] }),
        visit.placeId,
      ),
      isConfirmerKnown: !isOwn || login.phoneVerified,
    },
  );
  if (!decision) return null;
  const { posting, refused } = decision;
  return posting ? { points: posting.points, entryId: posting.postingKey } : { refused };
}

type Traces = ReturnType<typeof tracesOf>;

/** Whoever lives where the visit was is not a stranger to it, whoever confirms. */
function withHousehold(traces: Traces, householdId: string): Traces {
  return { ...traces, householdIds: [...traces.householdIds, householdId] };
}
