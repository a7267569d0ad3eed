import type { RecognitionPart } from '../../../miniprogram/contracts/recognition';
import type { Community } from '../place/community';
import { defaultRecognitionPolicy, type RecognitionPolicy } from './policy';

type Policied = Pick<Community, 'policy'> | undefined;

/** What the community decided on recognition, or what stands where it decided nothing. */
export function recognitionPolicyOf(community: Policied): RecognitionPolicy {
  return community?.policy.recognition ?? defaultRecognitionPolicy;
}

/** Whether the community shows a part of it. */
export function isShown(community: Policied, part: RecognitionPart): boolean {
  return recognitionPolicyOf(community).shown.includes(part);
}
