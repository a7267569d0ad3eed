import type { Community } from '../place/community';
import { defaultHelpPolicy, type HelpPolicy } from './policy';

/** What the community decided on help, or what stands where it decided nothing. */
export function helpPolicyOf(community: Pick<Community, 'policy'> | undefined): HelpPolicy {
  return community?.policy.help ?? defaultHelpPolicy;
}
