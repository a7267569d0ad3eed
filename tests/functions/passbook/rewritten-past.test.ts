import { readFileSync } from 'node:fs';
import type { Alarm } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import type { Anchor } from '../../../cloudfunctions/core/passbook/anchor/anchor';
import { bookOf, loadBooks } from '../../support/books';
import { loadCommunity } from '../../support/community';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { edits, longBook, postingsFor } from './edited-books';
import { noticed, rowOf } from './noticed';

jest.setTimeout(180_000);

const names = Object.keys(edits);
const personOf = (name: string) => `p_edit${String(names.indexOf(name)).padStart(2, '0')}`;
const bookIdOf = (name: string) => `${personOf(name)}:service`;

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(
          database,
          names.map((name) => bookOf(postingsFor(name, personOf(name)))),
        );
      },
      personas: () => [],
    },
  });
});
afterAll(() => cloud.close());

/** One night's runs of the timer, until each of these jobs has ended. */
async function night(day: string): Promise<void> {
  await cloud.control('/local/clock', { now: `${day}T01:59:00+08:00`, timers: 'skip' });
  await cloud.control('/local/clock', { advanceMs: 2 * 60_000 });
  const isDone = () => cloud.stored<JobRecord>('runs').every(({ cursor }) => cursor === null);
  for (let run = 0; run < 20 && !isDone(); run += 1) await cloud.control('/local/clock', { advanceMs: 10 * 60_000 });
}
const alarmsOf = (name: string) => cloud.stored<Alarm>('alarms').filter(({ personId }) => personId === personOf(name));
/** Whichever job came first names the reason; the line is the same. */
const linesOf = (found: readonly string[]) => found.map((line) => line.split(' ')[1]);
const said = (name: string) => alarmsOf(name).map(({ why, sequence }) => `${why} ${sequence}`);

test('docs/security.md prints what is tested here', () => {
  const section = readFileSync('docs/security.md', 'utf8').split('## 改过的账看得出来')[1] ?? '';
  const rows = section.split('\n').filter((line) => / \| -? ?\S.* \|$/.test(line));
  expect(rows).toEqual(expect.arrayContaining(Object.values(noticed).map(rowOf)));
  expect(Object.keys(noticed)).toEqual(names);
});

test('the first night anchors every head, signed', async () => {
  await night('2026-11-24');
  const anchors = cloud.stored<Anchor>('anchors').filter(({ communityId }) => communityId === 'qinghe');
  expect(anchors).toMatchObject([{ _id: 'qinghe:2026-11-24', number: 1, isFull: true, leaves: names.length }]);
  expect(cloud.stored('alarms')).toEqual([]);
});

/** What the phone asks when a book opens: part by part until there is a verdict; and what each part read. */
async function check(name: string) {
  const parts: number[] = [];
  const reads: number[] = [];
  for (let cursor: string | undefined; ;) {
    const input = { unit: 'service', personId: personOf(name), ...(cursor !== undefined && { cursor }) } as const;
    const verdict = await cloud.getAs('o_secretary', 'passbook.verify', input);
    if (name === longBook) reads.push((await cloud.lastCall()).reads);
    if (verdict.state !== 'partly') return { verdict, parts, reads };
    parts.push(verdict.entries);
    cursor = verdict.next;
  }
}

test('a long book is checked in parts, each of a bounded size', async () => {
  expect(await check(longBook)).toMatchObject({
    verdict: { state: 'sound', entries: 350 },
    parts: [294],
    reads: [16, 10],
  });
});

test('a book that was edited is no longer sound, and the check says from which line and day', async () => {
  const { database } = await cloud.services();
  const found: Record<string, string> = {};
  for (const name of names) {
    await edits[name]!({ database, personId: personOf(name), bookId: bookIdOf(name) });
    const { verdict } = await check(name);
    found[name] = verdict.state === 'sound' ? '-' : `${verdict.why} ${verdict.firstBrokenSequence}`;
    if (verdict.state === 'broken' && ['shrunk', 'anchor'].includes(verdict.why))
      expect(verdict.day).toBe('2026-11-24');
  }
  expect(found).toEqual(Object.fromEntries(names.map((name) => [name, noticed[name]!.verify])));
});

test('opening a book says so where one of the lines that are shown was edited, or its head', async () => {
  const open = (name: string) =>
    cloud.getAs('o_secretary', 'passbook.get', { unit: 'service', personId: personOf(name) });
  expect((await open('nothing')).broken).toBeUndefined();
  expect((await open(longBook)).broken).toBeUndefined();
  expect(await check(longBook)).toMatchObject({ verdict: { state: 'broken', firstBrokenSequence: 301 }, parts: [294] });
  expect((await open('an old line’s points changed')).broken).toEqual({ sequence: 1, why: 'accounts' });
  expect((await open('the head’s balance changed')).broken).toEqual({ sequence: 5, why: 'head' });
  expect((await open('the head moved to another community')).broken).toEqual({ sequence: 5, why: 'head' });
});

test('the night raises an alarm that names person, sequence and day, and tells it once', async () => {
  await night('2026-11-25');
  expect(
    Object.fromEntries(
      names.map((name) => [
        name,
        said(name).length === 0 ? '-' : said(name).find((line) => line === noticed[name]!.night),
      ]),
    ),
  ).toEqual(Object.fromEntries(names.map((name) => [name, noticed[name]!.night])));
  const [alarm] = alarmsOf('the last line deleted, the head set back');
  expect(alarm).toMatchObject({ name: '孙建国', unit: 'service', sequence: 5, day: '2026-11-24', open: true });
  const stored = cloud.stored('alarms').length;
  for (const openid of ['o_secretary', 'o_committee', 'o_inspector']) {
    const { messages } = await cloud.getAs(openid, 'message.list', {});
    expect(messages[0]).toMatchObject({ kind: 'ledger-alarm' });
  }
  await night('2026-11-26');
  expect(cloud.stored('alarms')).toHaveLength(stored);
});

test('the desk leads with what was found, and the book says which line and day to whoever opens it', async () => {
  const found = cloud.stored<Alarm>('alarms').filter(({ communityId }) => communityId === 'qinghe').length;
  const { waiting } = await cloud.getAs('o_secretary', 'order.getDesk', {});
  expect(waiting.alarms).toBe(found);
  const personId = personOf('the last line deleted, the head set back');
  const opened = await cloud.getAs('o_secretary', 'passbook.get', { unit: 'service', personId });
  expect(opened.alarm).toEqual({ sequence: 5, day: '2026-11-24' });
});

test('two people or the inspector close an alarm and leave name, hat, time and reason; nothing goes', async () => {
  const one = alarmsOf('the last line deleted, the head set back')[0];
  const other = cloud.stored<Alarm>('alarms').find(({ _id, personId }) => personId !== null && _id !== one?._id);
  const close = (openid: string, alarm: Alarm | undefined) =>
    cloud.callAs(openid, 'passbook.closeAlarm', { alarmId: alarm!._id, reason: '查过了', requestId: newRequest() });
  for (const openid of ['o_resident', 'o_worker', 'o_group', 'o_strangerSecretary'])
    expect(await close(openid, one)).toMatchObject({ ok: false });
  const { waiting } = await cloud.getAs('o_inspector', 'order.getDesk', {});
  expect(await close('o_committee', one)).toMatchObject({ ok: true, data: { open: true, mayClose: false } });
  expect(await close('o_committee', one)).toMatchObject({ ok: false, code: 'SECOND_PERSON_NEEDED', field: 'alarmId' });
  const settled = await close('o_secretary', one);
  expect(settled).toMatchObject({ ok: true, data: { open: false, mayClose: false } });
  expect(await close('o_inspector', one)).toMatchObject({ ok: false, code: 'ALREADY_SETTLED' });
  expect(await close('o_inspector', other)).toMatchObject({ ok: true, data: { open: false } });
  const at = expect.any(Date);
  expect(cloud.storedOne<Alarm>('alarms', one!._id).closings).toEqual([
    { personId: 'p_committee', name: '梁国庆', hat: 'committee', at, reason: '查过了' },
    { personId: 'p_secretary', name: '王建国', hat: 'secretary', at, reason: '查过了' },
  ]);
  expect((await cloud.getAs('o_inspector', 'order.getDesk', {})).waiting.alarms).toBe(waiting.alarms - 2);
  const opened = await cloud.getAs('o_secretary', 'passbook.get', { unit: 'service', personId: one!.personId! });
  expect(opened.alarm).toBeUndefined();
  const { alarms } = await cloud.getAs('o_inspector', 'passbook.listAlarms', { state: 'closed' });
  expect(alarms.map(({ alarmId }) => alarmId).sort()).toEqual([one!._id, other!._id].sort());
});

test('a book that does not hold keeps its leaf in the anchors that follow', () => {
  const [first, ...later] = cloud.stored<Anchor>('anchors').filter(({ communityId }) => communityId === 'qinghe');
  expect(later.map(({ number, changed, leaves, root }) => ({ number, changed, leaves, root }))).toEqual(
    [2, 3].map((number) => ({ number, changed: [], leaves: first!.leaves, root: first!.root })),
  );
});

test('the month finds what no night looked at', async () => {
  await night('2026-12-01');
  const expected = Object.fromEntries(names.map((name) => [name, noticed[name]!.month !== '-']));
  expect(Object.fromEntries(names.map((name) => [name, alarmsOf(name).length > 0]))).toEqual(expected);
  for (const name of names.filter((one) => noticed[one]!.night === '-'))
    expect(linesOf(said(name))).toEqual(linesOf(noticed[name]!.month === '-' ? [] : [noticed[name]!.month]));
});
