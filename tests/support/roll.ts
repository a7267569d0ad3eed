import { newRequest, type ApiCloud } from './api';

/** Somebody of the branch came: nobody closes a meeting to which nobody was marked. @returns the version to close */
export async function markPresent(
  cloud: ApiCloud,
  openid: string,
  activityId: string,
  personId = 'p_young',
): Promise<number> {
  const marks = [{ personId, state: 'present' as const }];
  return (await cloud.getAs(openid, 'activity.mark', { activityId, marks, requestId: newRequest() })).version;
}
