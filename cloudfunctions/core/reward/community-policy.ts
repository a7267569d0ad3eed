import type { Community } from '../place/community';
import { defaultRewardPolicy, type RewardPolicy } from './policy';

/** What the community decided on courtyard points, or what stands where it decided nothing. */
export function rewardPolicyOf({ policy }: Pick<Community, 'policy'>): RewardPolicy {
  return policy.reward ?? defaultRewardPolicy;
}
