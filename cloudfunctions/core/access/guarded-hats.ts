import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Community } from '../place/community';
import { defaultAccessPolicy, type AccessPolicy } from './policy';
import type { HatAssignment, HeldBack } from './login';

type AccessCommunity = Pick<Community, '_id' | 'name' | 'policy'>;

/** What the community decided on second factors, or what stands where it decided nothing. */
export function accessPolicyOf({ policy }: Pick<Community, 'policy'>): AccessPolicy {
  return policy.access ?? defaultAccessPolicy;
}

/** Whether a hat needs the second factor before a new login wears it. */
export function isGuarded(hat: Hat, community: Pick<Community, 'policy'>): boolean {
  return accessPolicyOf(community).guardedHats.some((guarded) => guarded === hat);
}

/** The hats that a login may wear; never empty, since everybody is at least a resident. */
export function allowedHats(
  all: readonly HatAssignment[],
  community: AccessCommunity,
  heldBack: HeldBack | undefined,
): readonly HatAssignment[] {
  if (heldBack === undefined) return all;
  const allowed = all.filter(({ hat }) => (heldBack === 'all' ? hat === 'resident' : !isGuarded(hat, community)));
  if (allowed.length > 0) return allowed;
  const { _id, name } = community;
  return [{ key: `resident@${_id}`, hat: 'resident', placeId: _id, path: _id, placeName: name }];
}
