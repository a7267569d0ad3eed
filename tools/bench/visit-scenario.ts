import { dayText, daysAfter } from '../../cloudfunctions/core/time/shanghai';
import { measuredAt, type BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { measuredCalls } from './scenario';

const [chief, head, worker, tenant, leader] = [
  'lane-lu',
  'head-shi',
  'worker-jia',
  'tenant-cao',
  'leader-hao',
] as const;
const today = dayText(measuredAt);

/**
 * What a lane chief, a courtyard head and those of their grid do about households, and about who lives in them. Each of
 * them did something beside orders before, so that no write is their first.
 */
export async function visitHouseholds(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  await call(chief, 'home.get', {}, 'lane');
  const { households } = await call(chief, 'visit.listHouseholds', {});
  const placeId = households[0]?.placeId ?? '';
  const { household } = await call(chief, 'visit.getHousehold', { placeId });
  const { data: courtyard } = await environment.call(head, 'visit.listHouseholds', {});
  const own = courtyard.households.find(({ label }) => label.endsWith('2 户'))?.placeId ?? '';
  for (const one of [chief, head, worker, leader])
    await environment.call(one, 'visit.plan', { placeId: one === head ? own : placeId, requestId: requestId() });
  await call(chief, 'visit.plan', { placeId, day: daysAfter(today, 2), requestId: requestId() });
  const personId = household.residents[0]?.personId ?? '';
  await call(worker, 'visit.revealPhone', { placeId, personId, requestId: requestId() });
  const { alone = false } = { ...household.residents[0] };
  await call(worker, 'visit.recordAlone', { placeId, personId, alone: !alone, requestId: requestId() });
  const visit = { placeId: own, day: today, outcome: 'help', requestId: requestId() } as const;
  await call(head, 'visit.record', visit);
  await call(tenant, 'visit.listToConfirm', {}, 'own');
  const { visits } = await call(leader, 'visit.listToConfirm', {});
  await call(leader, 'visit.confirm', { visitId: visits[0]?.visitId ?? '', agree: true, requestId: requestId() });
  await environment.call(tenant, 'alert.raise', { need: 'illness', requestId: requestId() });
  const { alertId } = await call(tenant, 'alert.raise', { need: 'urgent', requestId: requestId() });
  await call(worker, 'alert.list', { state: 'open' });
  await call(worker, 'alert.settle', { alertId, outcome: 'reached', requestId: requestId() });
  const complaint = { about: 'staff', words: '打了三次电话没人接', requestId: requestId() } as const;
  const { complaintId } = await call(tenant, 'complaint.make', complaint);
  await call(tenant, 'complaint.list', { list: 'own' });
  await call('secretary-bai', 'complaint.list', { list: 'received' });
  for (const list of ['asked', 'helped', 'others'] as const) await call(tenant, 'privacy.listTexts', { list }, list);
  await call(tenant, 'privacy.blackOut', { source: 'complaint', id: complaintId, requestId: requestId() });
  const answer = { complaintId, words: '问过了，以后有人接', requestId: requestId() };
  await call('secretary-bai', 'complaint.answer', answer);
  await registerMoves(environment, measurements, { placeId: own, day: daysAfter(today, -1) });
}

async function registerMoves(
  environment: BenchEnvironment,
  measurements: Measurements,
  { placeId, day }: { readonly placeId: string; readonly day: string },
): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const requestId = newRequestId;
  const newcomer = { placeId, name: '尹小满', phone: '16400000991', tenure: 'tenant', day } as const;
  const { moveId } = await call(head, 'residence.registerIn', { ...newcomer, requestId: requestId() });
  const { data } = await environment.call(head, 'visit.getHousehold', { placeId });
  const personId = data.household.residents[0]?.personId ?? '';
  await call(head, 'residence.registerOut', { placeId, personId, day, requestId: requestId() });
  const mistaken = { ...newcomer, name: '尹小误', phone: '16400000992', requestId: requestId() };
  const mistake = await call(head, 'residence.registerIn', mistaken);
  await call(head, 'residence.withdraw', { moveId: mistake.moveId, requestId: requestId() });
  await call(worker, 'residence.list', { state: 'asked' });
  await call(worker, 'residence.decide', { moveId, agree: true, requestId: requestId() });
}
