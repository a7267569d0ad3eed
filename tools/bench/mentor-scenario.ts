import { measuredAt, type BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const secretary = 'branch-secretary-ren';
const ridersSecretary = 'branch-secretary-jin';

/** The community makes a branch, and somebody leads it. */
export async function makeBranch(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { branches } = await call('secretary-fu', 'branch.list', {});
  const riders = branches.find(({ first, holders }) => !first && holders.length > 0);
  const [branchId, personId] = [riders?.branchId ?? '', riders?.holders[0]?.personId ?? ''];
  const post = { branchId, personId, hat: 'committee', holds: true, requestId: newRequestId() } as const;
  await call('secretary-fu', 'branch.setPost', post);
  await call(ridersSecretary, 'branch.listMembers', { memberClass: 'young' });
  await call('secretary-fu', 'branch.create', { name: '楼宇党支部', kind: 'building', requestId: newRequestId() });
}

/** A young member is with nobody, and then with the same mentor again. */
export async function changeMentor(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { mentors } = await call(secretary, 'mentor.list', {});
  const pair = mentors.find(({ apprentices }) => apprentices.length > 0);
  const [mentorId, apprenticeId] = [pair?.personId ?? '', pair?.apprentices[0]?.personId ?? ''];
  await call(secretary, 'mentor.release', { apprenticeId, requestId: newRequestId() });
  await call(secretary, 'mentor.assign', { mentorId, apprenticeId, requestId: newRequestId() });
}

/** Somebody visits a member at home, and helps them until it is done. */
export async function helpMembers(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const { visits, members } = await call(secretary, 'help.list', {});
  const personId = visits.find(({ visitorName }) => visitorName === undefined)?.personId ?? '';
  const visitorId = members.find(({ memberClass }) => memberClass === 'committee')?.personId ?? '';
  await call(secretary, 'help.assignVisitor', { personId, visitorId, requestId: requestId() });
  const day = new Date(measuredAt.getTime() - 86_400_000).toISOString().slice(0, 10);
  const said = { policy: '讲了高龄津贴怎么领', needs: '没有难处' };
  await call(secretary, 'help.recordVisit', { personId, day, ...said, requestId: requestId() });
  const about = { personId, kind: 'outlook', words: '不愿意出门', helperId: visitorId } as const;
  const { caseId } = await call(secretary, 'help.openCase', { ...about, requestId: requestId() });
  await call(secretary, 'help.addNote', { caseId, version: 0, words: '去看过了', requestId: requestId() });
  await call(secretary, 'help.getMember', { personId });
  await call(secretary, 'help.closeCase', { caseId, version: 1, words: '常来活动室了', requestId: requestId() });
}
