import type { BookLine, Entry, Mark } from '../../../cloudfunctions/core/passbook/entry';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { attendancePosting } from '../../../cloudfunctions/core/activity/points';
import { post } from '../../../cloudfunctions/core/passbook/ledger';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { communities, loadWorld } from '../../support/world';

jest.setTimeout(120_000);

const lines = 45;
/** A book of a young member, line by line as the ledger would have made it. */
function bookOf(personId: string): { entries: Entry[]; head: Passbook } {
  let head: Passbook | null = null;
  const entries: Entry[] = [];
  for (let index = 0; index < lines; index += 1) {
    const person = { personId, name: '侯思远', openid: null, memberClass: 'young' as const, state: index % 5 === 4 ? ('absent' as const) : ('present' as const), role: null, points: null };
    const activity = { _id: `a${index}`, communityId: 'qinghe', branchName: '清河社区党支部', title: `第 ${index} 次会`, rules: communities[0]!.policy.attendance! };
    const posting = attendancePosting(activity as never, person, new Date(Date.UTC(2026, 9, 1 + index, 2)));
    const posted: { entry: Entry; head: Passbook } = post(head, posting!);
    entries.push(posted.entry);
    head = posted.head;
  }
  return { entries, head: head! };
}

let cloud: ApiCloud;
const book = bookOf('p_young');
/** Books of another unit, as long as that one. */
const others = Array.from({ length: 15 }, (_, index) => `p_long${String(index).padStart(2, '0')}`).map((personId) => {
  let head: Passbook | null = null;
  const entries: Entry[] = [];
  for (let line = 0; line < lines; line += 1) {
    const posted: { entry: Entry; head: Passbook } = post(head, {
      key: `order:${personId}${line}:award`, communityId: 'qinghe', unit: 'service', personId, name: '某', memberClass: null, branchName: '清河社区党支部',
      at: new Date(Date.UTC(2026, 9, 1, 2)), cause: 'order', title: '修水管', points: 5, times: 1, rule: { id: 'order', version: 1 }, sourceId: personId, reversal: null,
    });
    entries.push(posted.entry);
    head = posted.head;
  }
  return { entries, head: head! };
});
const idOf = (index: number) => `activity:a${index}:p_young`;
beforeAll(async () => {
  cloud = await startApi({
    functions: ['api'],
    demo: {
      load(database) {
        loadWorld(database);
        for (const { entries, head } of [book, ...others]) {
          database.load('entries', entries);
          database.load('passbooks', [head]);
        }
      },
      personas: () => [],
    },
  });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
});
afterAll(() => cloud.close());
const open = (openid = 'o_young', cursor?: string) => cloud.getAs(openid, 'passbook.open', { unit: 'organization', personId: 'p_young', ...(cursor !== undefined && { cursor }) });

test('S3-02 S3-05 a book is read page by page by its owner, its branch and nobody else', async () => {
  const first = await cloud.getAs('o_young', 'passbook.open', {});
  expect(await cloud.lastCall()).toMatchObject({ reads: 2, writes: 0 });
  expect(first).toMatchObject({ personId: 'p_young', name: '侯思远', unit: 'organization', memberClass: 'young', branchName: '清河社区党支部', balance: book.head.balance, timesThisYear: 36, mine: true });
  expect(first.units).toEqual(['organization', 'service']);
  const second = await open('o_secretary', first.next);
  const third = await open('o_young', second.next);
  expect([...first.entries, ...second.entries, ...third.entries].map(({ sequence }) => sequence)).toEqual(Array.from({ length: lines }, (_, index) => lines - index));
  expect([third.next, second.mine]).toEqual([undefined, false]);
  for (const openid of ['o_resident', 'o_worker', 'o_member', 'o_leader']) {
    expect(await cloud.callAs(openid, 'passbook.open', { unit: 'organization', personId: 'p_young' })).toMatchObject({ ok: false, code: 'FORBIDDEN', field: 'personId' });
  }
  expect(await cloud.callAs('o_strangerSecretary', 'passbook.open', { unit: 'organization', personId: 'p_young' })).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});

test('an empty book is a book with nothing in it', async () => {
  expect(await cloud.getAs('o_senior', 'passbook.open', {})).toMatchObject({ unit: 'organization', balance: 0, entries: [], checkCode: '0000-0000', name: '安德海' });
});

test('the branch sees all books without ranking them, and verifies them', async () => {
  expect(await cloud.getAs('o_secretary', 'passbook.people', { unit: 'organization' })).toEqual({ people: [{ personId: 'p_young', name: '侯思远', balance: book.head.balance, times: 36 }] });
  expect(await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'organization', personId: 'p_young' })).toMatchObject({ state: 'sound', entries: lines, balance: book.head.balance });
  expect(await cloud.getAs('o_inspector', 'passbook.audit', { unit: 'organization' })).toEqual({ books: 1, broken: [] });
  expect(await cloud.callAs('o_young', 'passbook.people', { unit: 'organization' })).toMatchObject({ ok: false, code: 'FORBIDDEN' });
});

test('an audit takes as many books at a time as keep the call small, and goes on', async () => {
  const first = await cloud.getAs('o_secretary', 'passbook.audit', { unit: 'service' });
  expect(first).toEqual({ books: 13, broken: [], next: 'p_long12' });
  expect((await cloud.lastCall()).examined).toBeLessThanOrEqual(600 + 2 * 21 + 1);
  expect(await cloud.getAs('o_secretary', 'passbook.audit', { unit: 'service', cursor: first.next! })).toEqual({ books: 2, broken: [] });
});

test('a line is contested once, by its owner, within 30 days, and stays as it is', async () => {
  const contest = (openid: string, index: number, requestId = newRequest(), words = '那天我请过假') => cloud.callAs(openid, 'passbook.contest', { entryId: idOf(index), words, requestId });
  const requestId = newRequest();
  expect(await contest('o_young', 44, requestId)).toMatchObject({ ok: true, data: { sequence: 45, contest: { state: 'open', words: '那天我请过假' } } });
  expect(await contest('o_young', 44, requestId)).toMatchObject({ ok: true });
  expect(await contest('o_young', 44, requestId, '别的话')).toMatchObject({ ok: false, code: 'REQUEST_REUSED' });
  expect(await contest('o_young', 44)).toMatchObject({ ok: false, code: 'ALREADY_CONTESTED', field: 'entryId' });
  expect(await contest('o_young', 4)).toMatchObject({ ok: false, code: 'WRONG_STATUS', field: 'entryId' });
  expect(await contest('o_senior', 44)).toMatchObject({ ok: false, code: 'NOT_FOUND', field: 'entryId' });
  expect((await open()).entries[0]).toMatchObject({ contest: { state: 'open' }, reversed: false });
  expect(cloud.storedOne<Entry>('entries', idOf(44))).toEqual(book.entries[44]);
});

test('an undo needs two people, is one entry, and happens once', async () => {
  const propose = (openid: string, requestId = newRequest()) => cloud.callAs(openid, 'passbook.propose', { entryId: idOf(44), reason: '请过假，登记漏了', requestId });
  const sign = (openid: string, agree: boolean, requestId = newRequest()) => cloud.callAs(openid, 'passbook.sign', { reversalId: `reversal:${idOf(44)}`, agree, requestId });
  expect(await propose('o_young')).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const requestId = newRequest();
  expect(await propose('o_committee', requestId)).toMatchObject({ ok: true, data: { points: -3, proposedBy: '梁国庆', mine: true } });
  expect(await propose('o_committee', requestId)).toMatchObject({ ok: true });
  expect(await propose('o_secretary')).toMatchObject({ ok: false, code: 'ALREADY_REVERSED' });
  expect((await cloud.getAs('o_secretary', 'order.desk', {})).reversals).toEqual({ count: 1 });
  expect(await cloud.getAs('o_secretary', 'passbook.reversals', {})).toMatchObject({ reversals: [{ personName: '侯思远', reason: '请过假，登记漏了', mine: false }] });
  expect(await sign('o_committee', true)).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED' });
  const signing = newRequest();
  const both = await Promise.all([sign('o_secretary', true, signing), sign('o_secretary', true, signing)]);
  expect(both).toEqual([expect.objectContaining({ ok: true }), expect.objectContaining({ ok: true })]);
  expect(await sign('o_secretary', true)).toMatchObject({ ok: false, code: 'ALREADY_REVERSED' });
  const after = await open();
  expect(after.entries[0]).toMatchObject({ sequence: 46, cause: 'reversal', points: 3, reversal: { ofSequence: 45, by: '梁国庆', second: '王建国' } });
  expect(after.entries[1]).toMatchObject({ sequence: 45, reversed: true, contest: { state: 'reversed' } });
  expect(after).toMatchObject({ balance: book.head.balance + 3, timesThisYear: 36 });
  expect(await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'organization', personId: 'p_young' })).toMatchObject({ state: 'sound', entries: 46 });
  expect((await cloud.getAs('o_secretary', 'order.desk', {})).reversals).toEqual({ count: 0 });
  expect((await cloud.getAs('o_young', 'message.inbox', {})).messages.map(({ kind, points }) => [kind, points])).toEqual([['reversal', 3]]);
  expect(await cloud.callAs('o_committee', 'passbook.propose', { entryId: `reversal:${idOf(44)}`, reason: '再冲一次', requestId: newRequest() })).toMatchObject({ ok: false, code: 'ALREADY_REVERSED' });
});

test('a second person who disagrees keeps the line, and answers the objection', async () => {
  await cloud.getAs('o_young', 'passbook.contest', { entryId: idOf(39), words: '那天我在路上', requestId: newRequest() });
  await cloud.getAs('o_committee', 'passbook.propose', { entryId: idOf(39), reason: '本人提出', requestId: newRequest() });
  await cloud.getAs('o_secretary', 'passbook.sign', { reversalId: `reversal:${idOf(39)}`, agree: false, requestId: newRequest() });
  const mark = cloud.stored<BookLine>('entries').find((line): line is Mark => line.kind === 'mark' && line.entryId === idOf(39));
  expect(mark).toMatchObject({ reversed: false, contest: { state: 'kept' } });
});
