import { defaultRecognitionPolicy, type RecognitionPolicy } from '../../../cloudfunctions/core/recognition/policy';
import type { Community } from '../../../cloudfunctions/core/place/community';
import type { ApiCloud } from '../../support/api';

/** The community decides on recognition, past its secretary. */
export async function withRecognition(
  cloud: ApiCloud,
  decided: Partial<RecognitionPolicy>,
  communityId = 'qinghe',
): Promise<void> {
  const { policy } = cloud.storedOne<Community>('communities', communityId);
  const recognition = { ...defaultRecognitionPolicy, ...policy.recognition, ...decided };
  await cloud.change('communities', communityId, { policy: { ...policy, recognition } });
}
