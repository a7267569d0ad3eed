import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const [leader, member, resident] = ['leader-song', 'member-sun', 'resident-wang'] as const;

/** A neighbour asks to be enrolled and is, a party group brings two, a member ticks, agrees and says when it suits. */
export async function enrol(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const { data: session } = await environment.call(resident, 'person.getSession', {});
  const { data: own } = await environment.call(leader, 'place.listChildren', { own: true });
  const gridId = own.path?.find(({ kind }) => kind === 'grid')?.placeId ?? '';
  await call(resident, 'enrolment.request', { gridId, requestId: requestId() });
  await call(leader, 'enrolment.list', { state: 'asked' });
  const personId = session.personId ?? '';
  await call(leader, 'enrolment.get', { personId });
  await call(leader, 'enrolment.decide', { personId, agree: true, requestId: requestId() });
  await call(leader, 'enrolment.addGroup', {
    channel: 'group',
    gridId,
    members: [
      { name: '尹向东', phone: '16488880061' },
      { name: '尹向西', phone: '16488880062' },
    ],
    requestId: requestId(),
  });
  await call(leader, 'enrolment.getFunnel', {});
  await call(member, 'enrolment.getPresence', {});
  await call(member, 'enrolment.setCentre', { agree: true, requestId: requestId() });
  await call(leader, 'enrolment.listCentres', {});
  const evening = { days: [1, 2, 3, 4, 5], fromMinute: 1_140, toMinute: 1_260 };
  await call(member, 'enrolment.setHours', { work: [], free: [evening], requestId: requestId() });
  await call(member, 'enrolment.tick', { item: 'letter', done: true, requestId: requestId() });
}
