import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import type { BookLine, Entry } from '../../../cloudfunctions/core/passbook/entry';
import { passbooks } from '../../../cloudfunctions/core/passbook/passbook';
import { collection } from '../../../cloudfunctions/core/platform/database';
import { bookOf } from '../../support/books';
import { newRequest, type ApiCloud } from '../../support/api';
import { walk } from '../../support/walk';
import { book, idOf, postingOf, startWithBooks } from './sample-books';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startWithBooks();
});
afterAll(() => cloud.close());
const open = (openid = 'o_young', more: { cursor?: string } = {}) =>
  cloud.getAs(openid, 'passbook.get', { unit: 'organization', personId: 'p_young', ...more });

const waitingOn = async (openid: string) => {
  const { body } = await cloud.getAs(openid, 'home.get', {});
  return body.for === 'branch' ? body.waiting : undefined;
};
const contest = (openid: string, index: number, requestId = newRequest(), words = '那天我请过假') =>
  cloud.callAs(openid, 'passbook.contest', { entryId: idOf(index), words, requestId });
const propose = (openid: string, index: number, requestId = newRequest()) =>
  cloud.callAs(openid, 'passbook.proposeReversal', { entryId: idOf(index), reason: '请过假，登记漏了', requestId });
const keep = (openid: string, index: number, requestId = newRequest(), reason = '签到册上没有您的名字') =>
  cloud.callAs(openid, 'passbook.uphold', { entryId: idOf(index), reason, requestId });
const sign = (openid: string, index: number, said: { agree: boolean; reason?: string }, requestId = newRequest()) =>
  cloud.callAs(openid, 'passbook.signReversal', { reversalId: `reversal:${idOf(index)}`, ...said, requestId });
const lineOf = async (openid: string, index: number) =>
  (await open(openid)).entries.find(({ entryId }) => entryId === idOf(index));
const newsOf = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages.map(({ kind, name, points }) => [kind, name ?? points]);
const marked = async () =>
  (await cloud.getAs('o_secretary', 'passbook.list', { unit: 'organization' })).people
    .filter(({ personId }) => personId === 'p_young')
    .map(({ contested }) => contested);

test('a line is contested once, by its owner, within 30 days, and stays as it is', async () => {
  const requestId = newRequest();
  expect(await lineOf('o_young', 43)).toMatchObject({
    points: 3,
    mayContest: true,
    mayPropose: false,
    mayUphold: false,
  });
  expect(await contest('o_young', 44, requestId)).toMatchObject({
    ok: true,
    data: { sequence: 45, contest: { state: 'open', words: '那天我请过假' }, mayContest: false },
  });
  expect(await contest('o_young', 44, requestId)).toMatchObject({ ok: true });
  expect(await contest('o_young', 44, requestId, '别的话')).toMatchObject({ ok: false, code: 'REQUEST_REUSED' });
  expect(await contest('o_young', 44)).toMatchObject({ ok: false, code: 'ALREADY_CONTESTED', field: 'entryId' });
  expect(await contest('o_young', 4)).toMatchObject({ ok: false, code: 'CONTEST_TOO_LATE', field: 'entryId' });
  expect(await contest('o_senior', 44)).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'entryId' });
  const old = (await open('o_young', { cursor: '10' })).entries.map(({ mayContest }) => mayContest);
  expect(old).toEqual(Array.from({ length: 9 }, () => false));
  expect(cloud.storedOne<Entry>('entries', idOf(44))).toEqual(book.entries[44]);
});

test('an objection reaches those who keep the books, with its words, and nobody else', async () => {
  for (const openid of ['o_committee', 'o_secretary']) {
    expect(await newsOf(openid)).toEqual([['contested', '侯思远']]);
    expect(await lineOf(openid, 44)).toMatchObject({
      contest: { state: 'open', words: '那天我请过假' },
      mayContest: false,
      mayPropose: true,
      mayUphold: true,
    });
  }
  expect((await lineOf('o_inspector', 44))?.contest).toEqual({ state: 'open' });
  expect([await waitingOn('o_committee'), await waitingOn('o_group')]).toEqual([
    { contests: 1, reversals: 0, alarms: 0 },
    undefined,
  ]);
  expect(await cloud.getAs('o_secretary', 'passbook.listReversals', {})).toMatchObject({
    reversals: [
      {
        state: 'contested',
        personName: '侯思远',
        points: -3,
        balance: book.head.balance,
        contest: '那天我请过假',
        mayPropose: true,
        mayUphold: true,
        maySign: false,
      },
    ],
  });
  const inspected = (await cloud.getAs('o_inspector', 'passbook.listReversals', {})).reversals[0];
  expect(inspected).toMatchObject({ state: 'contested', mayPropose: false, mayUphold: false, maySign: false });
  expect(inspected?.contest).toBeUndefined();
  expect(await marked()).toEqual([1]);
});

test('an undo needs two people, is one entry, and happens once', async () => {
  expect(await propose('o_young', 44)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const requestId = newRequest();
  expect(await propose('o_committee', 44, requestId)).toMatchObject({
    ok: true,
    data: { state: 'proposed', points: -3, proposedBy: '梁国庆', mine: 'proposal', maySign: false },
  });
  expect(await propose('o_committee', 44, requestId)).toMatchObject({ ok: true });
  expect(await propose('o_secretary', 44)).toMatchObject({ ok: false, code: 'ALREADY_PROPOSED' });
  expect(await keep('o_secretary', 44)).toMatchObject({ ok: false, code: 'ALREADY_PROPOSED' });
  expect([await newsOf('o_secretary'), await newsOf('o_committee')]).toEqual([
    [
      ['to-sign', '梁国庆'],
      ['contested', '侯思远'],
    ],
    [['contested', '侯思远']],
  ]);
  expect(await lineOf('o_young', 44)).toMatchObject({ proposed: true, mayContest: false });
  expect(await waitingOn('o_committee')).toEqual({ contests: 0, reversals: 1, alarms: 0 });
  expect(await cloud.getAs('o_secretary', 'passbook.listReversals', {})).toMatchObject({
    reversals: [
      {
        state: 'proposed',
        personName: '侯思远',
        reason: '请过假，登记漏了',
        contest: '那天我请过假',
        at: book.entries[44]!.at.toISOString(),
        balance: book.head.balance,
        maySign: true,
      },
    ],
  });
  expect(await sign('o_committee', 44, { agree: true })).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED' });
  const signing = newRequest();
  const both = await Promise.all([
    sign('o_secretary', 44, { agree: true }, signing),
    sign('o_secretary', 44, { agree: true }, signing),
  ]);
  expect(both).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
  expect(await sign('o_secretary', 44, { agree: true })).toMatchObject({ ok: false, code: 'ALREADY_REVERSED' });
  const after = await open();
  expect(after.entries[0]).toMatchObject({
    sequence: 46,
    cause: 'reversal',
    points: 3,
    reversal: { ofSequence: 45, ofAt: '2026-11-14T01:00:00.000Z', by: '梁国庆', second: '王建国' },
  });
  expect(after.entries[1]).toMatchObject({
    sequence: 45,
    reversed: true,
    proposed: false,
    contest: { state: 'reversed' },
  });
  expect(after).toMatchObject({ balance: book.head.balance + 3, countThisYear: 36 });
  expect(
    await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'organization', personId: 'p_young' }),
  ).toMatchObject({ state: 'sound', entries: 46 });
  expect([await waitingOn('o_committee'), await marked()]).toEqual([{ contests: 0, reversals: 0, alarms: 0 }, [0]]);
  expect(await newsOf('o_young')).toEqual([['reversal', 3]]);
  expect(
    await cloud.callAs('o_committee', 'passbook.proposeReversal', {
      entryId: `reversal:${idOf(44)}`,
      reason: '再冲一次',
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: false, code: 'ALREADY_REVERSED' });
});

test('a second person who disagrees says why, keeps the line, and answers the objection', async () => {
  await contest('o_young', 39);
  await propose('o_committee', 39);
  expect(await sign('o_secretary', 39, { agree: false })).toMatchObject({
    ok: false,
    code: 'INVALID_INPUT',
    field: 'reason',
  });
  expect(await sign('o_secretary', 39, { agree: false, reason: '请假条是后补的' })).toMatchObject({
    ok: true,
    data: { state: 'refused' },
  });
  expect(await lineOf('o_young', 39)).toMatchObject({
    reversed: false,
    proposed: false,
    contest: { state: 'upheld', answer: { words: '请假条是后补的', by: '王建国' } },
  });
  expect((await newsOf('o_young'))[0]).toEqual(['upheld', undefined]);
  expect([await waitingOn('o_committee'), await marked()]).toEqual([{ contests: 0, reversals: 0, alarms: 0 }, [0]]);
});

test('one person hears an objection and keeps the line, for a reason that its owner reads', async () => {
  expect(await keep('o_secretary', 34)).toMatchObject({ ok: false, code: 'ALREADY_SETTLED', field: 'entryId' });
  await contest('o_young', 34);
  expect(await keep('o_inspector', 34)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(await keep('o_strangerSecretary', 34)).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  const requestId = newRequest();
  expect(await keep('o_committee', 34, requestId)).toMatchObject({
    ok: true,
    data: { contest: { state: 'upheld' }, mayUphold: false, mayPropose: true },
  });
  expect(await keep('o_committee', 34, requestId)).toMatchObject({ ok: true, data: { contest: { state: 'upheld' } } });
  expect(await keep('o_secretary', 34)).toMatchObject({ ok: false, code: 'ALREADY_SETTLED' });
  expect(await sign('o_secretary', 34, { agree: true })).toMatchObject({ ok: false, code: 'ALREADY_SETTLED' });
  expect(await lineOf('o_young', 34)).toMatchObject({
    contest: { state: 'upheld', answer: { words: '签到册上没有您的名字', by: '梁国庆' } },
    reversed: false,
  });
  expect(cloud.storedOne<Entry>('entries', idOf(34))).toEqual(book.entries[34]);
  expect((await newsOf('o_young')).filter(([kind]) => kind === 'upheld')).toHaveLength(2);
  expect([await waitingOn('o_committee'), await marked()]).toEqual([{ contests: 0, reversals: 0, alarms: 0 }, [0]]);
});

test('who keeps the books answers no objection of their own', async () => {
  const { entries, head } = bookOf([{ ...postingOf('p_committee', '梁国庆'), postingKey: 'order:own:award' }]);
  const services = await cloud.services();
  await services.database.insert(collection<BookLine>('entries'), entries[0]!);
  await services.database.insert(passbooks, head);
  expect(
    await cloud.callAs('o_committee', 'passbook.contest', {
      entryId: 'order:own:award',
      words: '不是我去的',
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: true, data: { mayUphold: false } });
  expect(
    await cloud.callAs('o_committee', 'passbook.uphold', {
      entryId: 'order:own:award',
      reason: '没记错',
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED' });
  expect((await cloud.getAs('o_committee', 'passbook.listReversals', {})).reversals).toMatchObject([
    { state: 'contested', mine: 'book', mayUphold: false },
  ]);
  expect(
    await cloud.callAs('o_secretary', 'passbook.uphold', {
      entryId: 'order:own:award',
      reason: '居民点的是您',
      requestId: newRequest(),
    }),
  ).toMatchObject({ ok: true });
});

test('what another branch of the community has to settle is neither listed nor signed here', async () => {
  expect(await propose('o_committee', 30)).toMatchObject({ ok: true });
  const reversalId = `reversal:${idOf(30)}`;
  const { branchId } = cloud.storedOne<Reversal>('reversals', reversalId);
  const listed = async () =>
    (await cloud.getAs('o_secretary', 'passbook.listReversals', {})).reversals.map((one) => one.reversalId);
  expect([branchId, await listed()]).toEqual(['branch:qinghe', [reversalId]]);
  await cloud.change('reversals', reversalId, { branchId: 'branch:another' });
  expect(await listed()).toEqual([]);
  expect(await sign('o_secretary', 30, { agree: true })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
  await cloud.change('reversals', reversalId, { branchId });
  expect(await sign('o_secretary', 30, { agree: false, reason: '没记错' })).toMatchObject({ ok: true });
});

test('of two who settle a line at once one does, and the numbers hold', async () => {
  for (const index of [42, 41, 40]) {
    await contest('o_young', index);
    const answers = await Promise.all([keep('o_secretary', index), propose('o_committee', index)]);
    const refused = answers.flatMap((answer) => (answer.ok ? [] : [answer.code]));
    const { reversals, contests } = (await waitingOn('o_committee'))!;
    // kept first, it may still be proposed; proposed first, it is no longer kept by one alone
    expect(refused.filter((code) => code !== 'ALREADY_PROPOSED')).toEqual([]);
    expect([contests, reversals]).toEqual([0, 1]);
    expect(await sign('o_secretary', index, { agree: false, reason: '没记错' })).toMatchObject({ ok: true });
    expect([await waitingOn('o_committee'), await marked()]).toEqual([{ contests: 0, reversals: 0, alarms: 0 }, [0]]);
  }
});

test('the telling of an objection that fails undoes nothing, and is made good by the repetition', async () => {
  const told = await newsOf('o_secretary');
  await cloud.control('/local/faults', { kind: 'timeout-before', match: 'database.modifyDocument logins', times: 1 });
  const requestId = newRequest();
  expect(await contest('o_young', 43, requestId)).toMatchObject({ ok: true });
  expect(await newsOf('o_secretary')).toEqual(told);
  for (let count = 0; count < 2; count += 1) {
    expect(await contest('o_young', 43, requestId)).toMatchObject({ ok: true });
    expect(await newsOf('o_secretary')).toEqual([['contested', expect.any(String)], ...told]);
  }
  await cloud.control('/local/faults', undefined, 'DELETE');
  expect(await keep('o_secretary', 43)).toMatchObject({ ok: true });
});

test('what waits is paged, the longest first, also where some came at one moment', async () => {
  const like = { ...cloud.stored<Reversal>('reversals')[0], state: 'contested', open: true };
  const ids = Array.from({ length: 65 }, (_, index) => `reversal:many:${String(index).padStart(2, '0')}`);
  const many = ids.map((_id, index) => ({ ...like, _id, since: new Date(1e12 + (index >> 2)) }));
  cloud.database.load('reversals', many);
  const pages = await walk((cursor) => cloud.getAs('o_secretary', 'passbook.listReversals', cursor));
  expect(pages).toHaveLength(4);
  expect(pages.flatMap(({ reversals }) => reversals.map(({ reversalId }) => reversalId))).toEqual(ids);
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0, refusals: [] });
  const refused = await cloud.callAs('o_secretary', 'passbook.listReversals', { cursor: '2026-99-01T00:00:00.000Z>r' });
  expect(refused).toMatchObject({ code: 'INVALID_INPUT', field: 'cursor' });
});
