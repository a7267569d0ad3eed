/** Complaints and suggestions: who reads them, who answers, by when, and what becomes of those nobody answered. */
import { complaintKeepDays, type Complaint } from '../../../cloudfunctions/core/complaint/complaint';
import { complaintsADay, type ComplaintSubject } from '../../../miniprogram/contracts/complaint';
import { defaultComplaintPolicy } from '../../../cloudfunctions/core/complaint/policy';
import { removeComplaints } from '../../../cloudfunctions/core/complaint/erasure';
import { somebodies } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api', 'jobs'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());

const make = (openid: string, words: string, about: ComplaintSubject = 'staff', requestId = newRequest()) =>
  cloud.callAs(openid, 'complaint.make', { about, words, requestId });
async function made(openid: string, words: string, about: ComplaintSubject = 'staff'): Promise<string> {
  const reply = await make(openid, words, about);
  if (!reply.ok) throw new Error(reply.code);
  return reply.data.complaintId;
}
const answer = (openid: string, complaintId: string, requestId = newRequest()) =>
  cloud.callAs(openid, 'complaint.answer', { complaintId, words: '问过了，以后有人接', requestId });
const list = async (openid: string, which: 'own' | 'received') =>
  (await cloud.getAs(openid, 'complaint.list', { list: which })).complaints;
const told = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('complaint'));
const stored = (complaintId: string) => cloud.storedOne<Complaint>('complaints', complaintId);
const dayMs = 86_400_000;
const { answerWithinDays } = defaultComplaintPolicy;
async function pass(days: number): Promise<void> {
  await cloud.control('/local/clock', { advanceMs: days * dayMs, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
}

const others = ['o_worker', 'o_leader', 'o_committee', 'o_inspector', 'o_neighbour', 'o_administrator', 'o_elsewhere'];

test('a complaint is read by who wrote it and by the secretary alone, and answered once', async () => {
  const requestId = newRequest();
  const first = await make('o_resident', '打了三次电话，网格员没接', 'staff', requestId);
  expect(first).toMatchObject({ ok: true, data: { state: 'open', receiver: 'secretary', mayAnswer: false } });
  expect(await make('o_resident', '打了三次电话，网格员没接', 'staff', requestId)).toEqual(first);
  const complaintId = first.ok ? first.data.complaintId : '';
  const answerBy = new Date(stored(complaintId).at.getTime() + answerWithinDays * dayMs);
  expect(stored(complaintId).answerBy).toEqual(answerBy);
  expect(await told('o_secretary')).toEqual(['complaint-made']);
  expect(await list('o_secretary', 'received')).toMatchObject([
    { complaintId, byName: '李秀兰', mayAnswer: true, answerBy: answerBy.toISOString() },
  ]);
  for (const openid of others) {
    expect(await list(openid, 'own')).toEqual([]);
    const received = await cloud.callAs(openid, 'complaint.list', { list: 'received' });
    expect(JSON.stringify(received)).not.toContain('没接');
    expect(await answer(openid, complaintId)).toMatchObject({ ok: false });
  }
  expect(await answer('o_resident', complaintId)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await answer('o_strangerSecretary', complaintId)).toMatchObject({ code: 'NOT_FOUND' });
  const again = newRequest();
  const answered = await answer('o_secretary', complaintId, again);
  expect(answered).toMatchObject({ ok: true, data: { state: 'answered', mayAnswer: false } });
  expect(await answer('o_secretary', complaintId, again)).toEqual(answered);
  expect(await answer('o_secretary', complaintId)).toMatchObject({ code: 'ALREADY_SETTLED' });
  expect(await list('o_resident', 'own')).toMatchObject([
    { complaintId, answer: { words: '问过了，以后有人接', hat: 'secretary' } },
  ]);
  expect(await told('o_resident')).toEqual(['complaint-answered']);
  expect(JSON.stringify(await cloud.getAs('o_secretary', 'message.list', {}))).not.toContain('没接');
});

test('one about those who lead, or from the secretary, goes to the inspector, past the secretary', async () => {
  const ids = [
    await made('o_neighbour', '书记说话不算数', 'leaders'),
    await made('o_secretary', '活动室的门坏了', 'suggestion'),
  ];
  expect((await list('o_inspector', 'received')).map(({ complaintId }) => complaintId).sort()).toEqual(ids.sort());
  const read = await list('o_secretary', 'received');
  expect(read.filter(({ complaintId }) => ids.includes(complaintId))).toEqual([]);
  expect(await answer('o_secretary', ids[0]!)).toMatchObject({ code: 'NOT_FOUND' });
  // Nobody answers their own.
  const own = await made('o_inspector', '督查的表太多');
  expect(stored(own)).toMatchObject({ receiver: 'secretary' });
  expect(await make('o_inspector', '支委开会不通知', 'leaders')).toMatchObject({ code: 'NOBODY_ANSWERS' });
  for (const id of ids) expect(await answer('o_inspector', id)).toMatchObject({ ok: true });
  expect(await answer('o_secretary', own)).toMatchObject({ ok: true });
});

test('nobody answered in time: who wrote it hears so, and it passes on to the inspector', async () => {
  const complaintId = await made('o_elsewhere', '楼道灯坏了半个月');
  await pass(answerWithinDays - 1);
  expect(stored(complaintId)).toMatchObject({ isLate: false, receiver: 'secretary' });
  await pass(1);
  expect(stored(complaintId)).toMatchObject({ isLate: true, receiver: 'inspector' });
  expect(await told('o_elsewhere')).toEqual(['complaint-late']);
  expect(await told('o_inspector')).toContain('complaint-passed');
  expect(await list('o_elsewhere', 'own')).toMatchObject([{ isLate: true, receiver: 'inspector' }]);
  expect(await list('o_inspector', 'received')).toEqual(
    expect.arrayContaining([expect.objectContaining({ complaintId, mayAnswer: true })]),
  );
  expect(await answer('o_secretary', complaintId)).toMatchObject({ code: 'NOT_FOUND' });
  await pass(1);
  expect(await told('o_elsewhere')).toEqual(['complaint-late']);
  expect(await answer('o_inspector', complaintId)).toMatchObject({ ok: true });
});

test('within as many days as the community decided; one that was written keeps its day', async () => {
  const decide = (days: number) =>
    cloud.callAs('o_secretary', 'policy.change', {
      ...{ policy: { complaint: { answerWithinDays: days } }, reason: '答复要快', requestId: newRequest() },
    });
  const before = await made('o_captain', '活动室老锁着', 'work');
  const { answerBy } = stored(before);
  expect(await decide(61)).toMatchObject({ code: 'INVALID_INPUT', field: 'policy.complaint.answerWithinDays' });
  expect((await cloud.getAs('o_captain', 'privacy.get', {})).body).toMatchObject({ complaintDays: answerWithinDays });
  expect(await decide(2)).toMatchObject({ ok: true });
  expect((await cloud.getAs('o_captain', 'privacy.get', {})).body).toMatchObject({ complaintDays: 2 });
  const after = await made('o_captain', '长椅坏了', 'work');
  expect(stored(after).answerBy.getTime() - stored(after).at.getTime()).toBe(2 * dayMs);
  await pass(2);
  expect(stored(after)).toMatchObject({ isLate: true, receiver: 'inspector' });
  expect(stored(before)).toMatchObject({ isLate: false, receiver: 'secretary', answerBy });
  for (const [openid, id] of [
    ['o_inspector', after],
    ['o_secretary', before],
  ] as const)
    expect(await answer(openid, id)).toMatchObject({ ok: true });
});

test('so many a day, each of several taps at once but one', async () => {
  const requestId = newRequest();
  await Promise.all(Array.from({ length: 4 }, () => make('o_member2', '第一条', 'work', requestId)));
  expect(await list('o_member2', 'own')).toHaveLength(1);
  for (let count = 1; count < complaintsADay; count += 1) await made('o_member2', `第 ${count} 条`);
  expect(await make('o_member2', '再一条')).toMatchObject({ code: 'TOO_MANY' });
});

test('of an erased person nothing is left, neither what they wrote nor their name on an answer', async () => {
  const { database } = await cloud.services();
  await removeComplaints(database, 'p_secretary');
  await removeComplaints(database, 'p_member2');
  const left = cloud.stored<Complaint>('complaints');
  expect(left.filter(({ author }) => ['p_secretary', 'p_member2'].includes(author.personId))).toEqual([]);
  const answered = left.filter(({ answer: one }) => one?.personId === 'p_secretary');
  expect(answered.length).toBeGreaterThan(0);
  const secretary = somebodies.find(({ id }) => id === 'p_secretary')?.name ?? '';
  expect(JSON.stringify(answered)).not.toContain(secretary);
});

test('it is forgotten once its days are over', async () => {
  const answered = cloud.stored<Complaint>('complaints').filter(({ state }) => state === 'answered');
  expect(answered.length).toBeGreaterThan(2);
  const waiting = await made('o_captain', '楼道灯还没修');
  await pass(complaintKeepDays + 1);
  const left = cloud.stored<Complaint>('complaints');
  expect(left.filter(({ state }) => state === 'answered')).toEqual([]);
  expect(left.map(({ _id }) => _id)).toContain(waiting);
});
