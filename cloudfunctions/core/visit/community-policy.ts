import type { Community } from '../place/community';
import { defaultVisitPolicy, type VisitPolicy } from './policy';

/** What the community decided on visits, or what stands where it decided nothing. */
export function visitPolicyOf(community: Pick<Community, 'policy'> | undefined): VisitPolicy {
  return community?.policy.visit ?? defaultVisitPolicy;
}
