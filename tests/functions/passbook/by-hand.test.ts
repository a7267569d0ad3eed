import type { Grant, GrantMonth } from '../../../cloudfunctions/core/passbook/grants/grant';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import { eraseWords } from '../../../cloudfunctions/core/passbook/erasure';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Input, Output } from '../../../miniprogram/contracts/api';
import { newRequest, type ApiCloud } from '../../support/api';
import { bookOf } from '../../support/books';
import { book, postingOf, startWithBooks } from './sample-books';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startWithBooks();
});
afterAll(() => cloud.close());

const reason = '抗洪那几天守了三夜大坝';
type Proposal = Partial<Input<'passbook.proposeGrant'>>;
const propose = (openid: string, more: Proposal = {}) =>
  cloud.callAs(openid, 'passbook.proposeGrant', {
    kind: 'grant',
    personId: 'p_young',
    unit: 'organization',
    points: 5,
    reason,
    requestId: newRequest(),
    ...more,
  });
const sign = (openid: string, grantId: string, more: Partial<Input<'passbook.signGrant'>> = {}) =>
  cloud.callAs(openid, 'passbook.signGrant', { grantId, agree: true, requestId: newRequest(), ...more });
async function proposed(openid: string, more: Proposal = {}): Promise<string> {
  const reply = await propose(openid, more);
  if (!reply.ok) throw new Error(`${reply.code} ${reply.field ?? ''}`);
  return reply.data.grantId;
}
const listed = (openid: string, state: 'open' | 'settled' = 'open') =>
  cloud.getAs(openid, 'passbook.listGrants', { state });
const bookAt = (openid: string, on?: string): Promise<Output<'passbook.get'>> =>
  cloud.getAs(openid, 'passbook.get', { unit: 'organization', personId: 'p_young', ...(on !== undefined && { on }) });
const newsOf = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages.map(({ kind, name, points }) => [kind, name, points]);

test('a line by hand is proposed by one person and signed by another, and its owner sees it at once', async () => {
  const requestId = newRequest();
  const first = await propose('o_committee', { requestId, day: '2026-11-20' });
  expect(first).toMatchObject({
    ok: true,
    data: { state: 'proposed', day: '2026-11-20', proposedBy: '梁国庆', mine: 'proposal', maySign: false },
  });
  expect(await propose('o_committee', { requestId, day: '2026-11-20' })).toEqual(first);
  expect(await propose('o_committee', { requestId, points: 6 })).toMatchObject({ ok: false, code: 'REQUEST_REUSED' });
  const grantId = first.ok ? first.data.grantId : '';
  expect(await newsOf('o_secretary')).toEqual([['grant-to-sign', '梁国庆', 5]]);
  expect((await bookAt('o_young')).balance).toBe(book.head.balance);
  expect(await sign('o_committee', grantId)).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED' });
  expect(await sign('o_young', grantId)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  const { body } = await cloud.getAs('o_committee', 'home.get', {});
  expect(body).toMatchObject({ waiting: { grants: 1 } });
  const signing = newRequest();
  const signed = await sign('o_secretary', grantId, { requestId: signing });
  expect(signed).toMatchObject({ ok: true, data: { state: 'signed', maySign: false } });
  expect(await sign('o_secretary', grantId, { requestId: signing })).toEqual(signed);
  expect(await sign('o_secretary', grantId)).toMatchObject({ ok: false, code: 'ALREADY_SETTLED' });
  const shown = await bookAt('o_young');
  expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 0 });
  expect(shown.balance).toBe(book.head.balance + 5);
  expect(shown.entries[0]).toMatchObject({
    cause: 'grant',
    title: reason,
    points: 5,
    effectiveOn: '2026-11-20',
    byHand: { by: '梁国庆', second: '王建国' },
    mayContest: true,
  });
  expect((await newsOf('o_young'))[0]).toEqual(['granted', '梁国庆、王建国', 5]);
  expect(
    await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'organization', personId: 'p_young' }),
  ).toMatchObject({ state: 'sound', balance: book.head.balance + 5 });
  expect(cloud.storedOne<Entry>('entries', `grant:${grantId}`)).toMatchObject({
    form: 2,
    backdated: 'near',
    earned: 0 + shown.entries[0]!.points + earnedBefore(),
  });
});

const earnedBefore = (): number => book.head.earned ?? 0;

test('a month holds so many points of one person, whoever signs', async () => {
  const more = await proposed('o_committee', { points: 15 });
  expect(await propose('o_committee', { points: 16 })).toMatchObject({
    ok: false,
    code: 'GRANT_CAP_REACHED',
    field: 'points',
  });
  const other = await proposed('o_committee', { points: 10 });
  expect(await sign('o_secretary', more)).toMatchObject({ ok: true });
  expect(await sign('o_secretary', other)).toMatchObject({ ok: false, code: 'GRANT_CAP_REACHED', field: 'grantId' });
  expect(cloud.stored<GrantMonth>('grantMonths')).toMatchObject([{ personId: 'p_committee', points: 20, grants: 2 }]);
  expect(await listed('o_committee')).toMatchObject({ room: { cap: 20, used: 20 }, grants: [{ grantId: other }] });
  expect(await listed('o_secretary')).toMatchObject({ room: { cap: 20, used: 0 }, grants: [{ maySign: true }] });
  expect((await listed('o_inspector')).grants[0]).toMatchObject({ maySign: false });
  expect(await sign('o_secretary', other, { agree: false })).toMatchObject({ ok: false, field: 'reason' });
  expect(await sign('o_secretary', other, { agree: false, reason: '那几天他不在村里' })).toMatchObject({
    ok: true,
    data: { state: 'refused', refusal: '那几天他不在村里' },
  });
  expect((await newsOf('o_committee'))[0]).toEqual(['grant-refused', '王建国', undefined]);
  expect((await listed('o_secretary', 'settled')).grants.map(({ state }) => state)).toEqual([
    'refused',
    'signed',
    'signed',
  ]);
});

test('nobody writes into their own book, or into one that the branch does not keep', async () => {
  expect(await propose('o_committee', { personId: 'p_committee' })).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  expect(await propose('o_secretary', { personId: 'p_nobody' })).toMatchObject({
    code: 'NOT_FOUND',
    field: 'personId',
  });
  expect(await propose('o_secretary', { unit: 'courtyard' })).toMatchObject({ code: 'INVALID_INPUT', field: 'unit' });
  expect(await propose('o_secretary', { reason: '守大坝' })).toMatchObject({
    code: 'REASON_TOO_SHORT',
    field: 'reason',
  });
  const own = await proposed('o_secretary', { personId: 'p_committee' });
  expect(await sign('o_committee', own)).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED' });
});

test('it is undone like every other line, and contested before', async () => {
  const [settled] = cloud.stored<Grant>('grants').filter(({ points, state }) => points === 5 && state === 'signed');
  const entryId = `grant:${settled!._id}`;
  const why = { entryId, reason: '那几天他请了假', requestId: newRequest() };
  const { reversalId } = await cloud.getAs('o_committee', 'passbook.proposeReversal', why);
  const before = (await bookAt('o_young')).balance;
  await cloud.getAs('o_secretary', 'passbook.signReversal', { reversalId, agree: true, requestId: newRequest() });
  expect((await bookAt('o_young')).balance).toBe(before - settled!.points);
});

test('a balance from paper comes in once, below zero too, and again once it was undone', async () => {
  const paper = { kind: 'opening', personId: 'p_senior', points: -12, day: '2025-12-31' } as const;
  const opening = await proposed('o_secretary', paper);
  expect(await propose('o_committee', paper)).toMatchObject({ code: 'ALREADY_PROPOSED', field: 'kind' });
  expect(await sign('o_committee', opening)).toMatchObject({ ok: true, data: { kind: 'opening', points: -12 } });
  expect(await propose('o_committee', paper)).toMatchObject({ code: 'OPENED_ALREADY', field: 'kind' });
  const line = cloud.storedOne<Entry>('entries', `grant:${opening}`);
  expect(line).toMatchObject({ cause: 'opening', backdated: 'far', balance: -12, from: 'person:p_senior' });
  expect((await newsOf('o_senior'))[0]).toEqual(['opened', '王建国、梁国庆', -12]);
  const of = (on: string) => cloud.getAs('o_senior', 'passbook.get', { unit: 'organization', on });
  expect(await of('2026-06-30')).toMatchObject({ balance: 0, effective: { balance: -12, later: 1 } });
  expect(await of('2025-12-30')).toMatchObject({ balance: 0, effective: { balance: 0, later: 0 } });
  const why = { entryId: line._id, reason: '抄错了一页', requestId: newRequest() };
  const { reversalId } = await cloud.getAs('o_committee', 'passbook.proposeReversal', why);
  await cloud.getAs('o_secretary', 'passbook.signReversal', { reversalId, agree: true, requestId: newRequest() });
  expect(await of('2026-06-30')).toMatchObject({ effective: { balance: 0, later: 2 } });
  const again = await proposed('o_secretary', { ...paper, points: 12 });
  expect(again).toBe('opening:p_senior:organization:2');
  expect(await sign('o_committee', again)).toMatchObject({ ok: true });
  expect(await of('2026-06-30')).toMatchObject({ balance: 0, effective: { balance: 12, later: 3 } });
});

test('what was written of somebody goes with their words, and the book still holds', async () => {
  const erasure = { personId: 'p_young', communityId: 'qinghe', byId: 'p_committee', askedById: 'p_young' };
  await eraseWords(await cloud.services(), { ...erasure, reason: '搬走了' });
  const own = cloud.stored<Grant>('grants').filter(({ personId }) => personId === 'p_young');
  expect(own.length).toBeGreaterThan(2);
  expect(new Set(own.flatMap((one) => [one.personName, one.reason]))).toEqual(new Set(['']));
  const lines = cloud.stored<Entry>('entries').filter(({ _id }) => _id.startsWith('grant:g'));
  expect(new Set(lines.map(({ title }) => title))).toEqual(new Set(['']));
  const book = { unit: 'organization', personId: 'p_young' } as const;
  expect(await cloud.getAs('o_secretary', 'passbook.verify', book)).toMatchObject({ state: 'sound' });
});

test('the name of who proposed or signed goes with their words as well, and every book still holds', async () => {
  const signer = { personId: 'p_committee', communityId: 'qinghe', byId: 'p_secretary', askedById: 'p_committee' };
  const before = cloud.stored<Grant>('grants').filter((grant) => JSON.stringify(grant).includes('梁国庆'));
  expect(new Set(before.map(({ state }) => state))).toEqual(new Set(['proposed', 'signed', 'refused']));
  await eraseWords(await cloud.services(), { ...signer, reason: '不在社区做事了' });
  await eraseWords(await cloud.services(), { ...signer, reason: '不在社区做事了' });
  const kept = cloud
    .stored<Grant>('grants')
    .flatMap(({ proposal, settled, acts = [] }) => [proposal, settled, ...acts]);
  const named = (personId: string) => new Set(kept.flatMap((one) => (one?.personId === personId ? [one.name] : [])));
  expect(named('p_committee')).toEqual(new Set(['']));
  expect(named('p_secretary')).toEqual(new Set(['王建国']));
  const months = cloud.stored<GrantMonth>('grantMonths').filter(({ personId }) => personId === 'p_committee');
  expect(months.map(({ name }) => name)).toEqual(months.map(() => ''));
  const undone = cloud.stored<Reversal>('reversals').flatMap(({ proposal, settled }) => [proposal, settled]);
  expect(undone.filter((one) => one?.personId === 'p_committee' && one.name !== '')).toEqual([]);
  for (const personId of ['p_young', 'p_senior']) {
    const book = { unit: 'organization', personId } as const;
    expect(await cloud.getAs('o_secretary', 'passbook.verify', book)).toMatchObject({ state: 'sound' });
  }
});

test('a book of 10,000 lines is read like one of 45, now and as of any day', async () => {
  const start = Date.UTC(2007, 0, 1);
  const long = bookOf(
    Array.from({ length: 10_000 }, (_, line) => {
      const at = new Date(start + line * 17 * 3_600_000);
      const effectiveAt = new Date(at.getTime() - 2 * 86_400_000);
      const key = { postingKey: `order:long${line}:award`, sourceId: `long${line}` };
      return { ...postingOf('p_senior', '任福贵'), ...key, at, effectiveAt };
    }),
  );
  cloud.database.load('entries', long.entries);
  cloud.database.load('passbooks', [long.head]);
  const costOf = async (openid: string, unit: 'service' | 'organization', on?: string) => {
    const shown = await cloud.getAs(openid, 'passbook.get', { unit, ...(on !== undefined && { on }) });
    const { reads, examined, returned } = await cloud.lastCall();
    expect(examined).toBeLessThanOrEqual(2 * returned + 2);
    return { reads, shown };
  };
  expect((await costOf('o_senior', 'service')).reads).toBe((await costOf('o_young', 'organization')).reads);
  const { reads } = await costOf('o_young', 'organization', '2026-10-20');
  for (const on of ['2008-02-29', '2016-07-01', '2026-10-20']) {
    const dated = await costOf('o_senior', 'service', on);
    expect(dated.reads).toBe(reads);
    const end = new Date(`${on}T24:00:00+08:00`);
    const counted = long.entries.filter((line) => line.effectiveAt! < end).at(-1);
    expect(dated.shown.effective?.balance).toBe(counted?.balance);
  }
});

test('a book says both balances of a day, with as many reads as one without late lines', async () => {
  const last = await bookAt('o_young', '2026-11-21');
  expect(last.effective).toEqual({ balance: last.balance, later: 2 });
  const reads = (await cloud.lastCall()).reads;
  expect(await bookAt('o_young', '2026-11-14')).toMatchObject({ effective: { later: 0 } });
  expect((await cloud.lastCall()).reads).toBe(reads);
});
