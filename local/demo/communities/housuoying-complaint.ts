import type { Complaint } from '../../../cloudfunctions/core/complaint/complaint';
import { defaultComplaintPolicy } from '../../../cloudfunctions/core/complaint/policy';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import { daysBefore, type CommunityBuilder } from './community-builder';

const dayMs = 86_400_000;

/** What 曹嘉琪 complained about two days ago, which waits for the secretary. */
export function complaintOfTenant({ id, people, context }: CommunityBuilder): Complaint {
  const tenant = people.all.find(({ openid }) => openid === 'tenant-cao');
  if (!tenant) throw new Error('nobody is tenant-cao');
  const { personId, name } = tenant;
  const at = daysBefore(context.now, 2);
  const _id = `complaint-${personId}`;
  const answerBy = new Date(at.getTime() + defaultComplaintPolicy.answerWithinDays * dayMs);
  return {
    ...{ _id, communityId: id, about: 'staff', words: '打了三次社区电话，下午都没人接', state: 'open' },
    ...{ author: { personId, name }, receiver: 'secretary', isLate: false, requests: [] },
    ...{ at, listKey: timeKey(at, _id), answerBy, nextAt: answerBy, updatedAt: at },
  };
}
