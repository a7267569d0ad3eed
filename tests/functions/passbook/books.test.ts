import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import { daysAfter, dayText } from '../../../cloudfunctions/core/time/shanghai';
import type { ApiCloud } from '../../support/api';
import { book, courtyard, lines, startWithBooks } from './sample-books';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startWithBooks();
});
afterAll(() => cloud.close());
const open = (openid = 'o_young', cursor?: string) =>
  cloud.getAs(openid, 'passbook.get', {
    unit: 'organization',
    personId: 'p_young',
    ...(cursor !== undefined && { cursor }),
  });

test('S3-02 S3-05 a book is read page by page by its owner, its branch and nobody else', async () => {
  const first = await cloud.getAs('o_young', 'passbook.get', {});
  expect(await cloud.lastCall()).toMatchObject({ reads: 1, writes: 0 });
  expect(first.broken).toBeUndefined();
  expect(first).toMatchObject({
    personId: 'p_young',
    name: '侯思远',
    unit: 'organization',
    memberClass: 'young',
    branchName: '清河社区党支部',
    balance: book.head.balance,
    countThisYear: 36,
    mine: true,
  });
  expect(first.units).toEqual(['organization', 'service']);
  const second = await open('o_secretary', first.next);
  const third = await open('o_young', second.next);
  expect([...first.entries, ...second.entries, ...third.entries].map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: lines }, (_, index) => lines - index),
  );
  expect([third.next, second.mine]).toEqual([undefined, false]);
  for (const openid of ['o_resident', 'o_worker', 'o_member', 'o_leader']) {
    expect(await cloud.callAs(openid, 'passbook.get', { unit: 'organization', personId: 'p_young' })).toMatchObject({
      ok: false,
      code: 'FORBIDDEN',
      field: 'personId',
    });
  }
  expect(
    await cloud.callAs('o_strangerSecretary', 'passbook.get', { unit: 'organization', personId: 'p_young' }),
  ).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});

test('S3-05 a book shows what stood in it at the end of any day, for one read more however long it is', async () => {
  const as = (on: string) => cloud.getAs('o_young', 'passbook.get', { unit: 'organization', on });
  const entries = cloud.stored<Entry>('entries').filter(({ bookId }) => bookId === 'p_young:organization');
  const days = [...new Set(entries.map(({ at }) => dayText(at)))].sort();
  for (const day of [days[0]!, days[Math.floor(days.length / 2)]!, days.at(-1)!]) {
    const upTo = entries.filter(({ at }) => dayText(at) <= day);
    const sum = upTo.reduce((total, { points }) => total + points, 0);
    const view = await as(day);
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0, refusals: [] });
    expect(view).toMatchObject({ on: day, balance: sum, entries: { 0: { sequence: upTo.length, balance: sum } } });
    expect(view.broken).toBeUndefined();
  }
  const before = await as(daysAfter(days[0]!, -1));
  expect(before).toMatchObject({ balance: 0, countThisYear: 0, entries: [] });
  const middle = await as(days[Math.floor(days.length / 2)]!);
  const older = await open('o_young', middle.next);
  expect(older.entries[0]?.sequence).toBe(middle.entries.at(-1)!.sequence - 1);
  expect(await cloud.tryAs('o_young', 'passbook.get', { on: '2026-02-30' })).toMatchObject({ code: 'INVALID_INPUT' });
});

test('an empty book is a book with nothing in it', async () => {
  const empty = await cloud.getAs('o_senior', 'passbook.get', {});
  expect(empty).toMatchObject({ unit: 'organization', balance: 0, entries: [], branchName: '', name: '安德海' });
  expect(empty.checkCode).toBeUndefined();
  expect(await cloud.callAs('o_resident', 'passbook.get', {})).toMatchObject({ ok: false, code: 'NOT_FOUND' });
});

test('the branch sees all books without ranking them, and verifies them', async () => {
  const { people, ...more } = await cloud.getAs('o_secretary', 'passbook.list', { unit: 'organization' });
  expect([people[0], more]).toEqual([
    { personId: 'p_young', name: '侯思远', balance: book.head.balance, countThisYear: 36, contested: 0 },
    {},
  ]);
  // behind it whoever is a member and has no line yet, once each
  const unbegun = people.slice(1);
  expect(unbegun.map(({ personId }) => personId)).toEqual(expect.arrayContaining(['p_senior', 'p_special']));
  expect(unbegun.every(({ balance, countThisYear }) => balance === 0 && countThisYear === 0)).toBe(true);
  expect(new Set(people.map(({ personId }) => personId)).size).toBe(people.length);
  expect(
    await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'organization', personId: 'p_young' }),
  ).toMatchObject({ state: 'sound', entries: lines, balance: book.head.balance });
  expect(await cloud.getAs('o_inspector', 'passbook.audit', { unit: 'organization' })).toEqual({
    books: 1,
    broken: [],
  });
  expect(await cloud.callAs('o_young', 'passbook.list', { unit: 'organization' })).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
  });
});

test('books stand by name, page after page, and are found by how a name begins', async () => {
  const pages = [];
  let cursor: string | undefined;
  do {
    const page = await cloud.getAs('o_secretary', 'passbook.list', {
      unit: 'courtyard',
      ...(cursor !== undefined && { cursor }),
    });
    // they have two names between them: one read more tells them apart
    expect(await cloud.lastCall()).toMatchObject({ reads: 3, writes: 0 });
    pages.push(page.people.map(({ name, personId }) => `${name}:${personId}`));
    cursor = page.next;
  } while (cursor !== undefined);
  expect(pages.map((page) => page.length)).toEqual([20, 10]);
  expect(pages.flat()).toEqual([...courtyard.map(({ nameKey: key }) => key)].sort());
  const found = async (name: string) =>
    (await cloud.getAs('o_secretary', 'passbook.list', { unit: 'courtyard', name })).people.map(
      (person) => person.name,
    );
  expect(await found('李')).toEqual(Array.from({ length: 15 }, () => '李建国'));
  expect((await cloud.lastCall()).examined).toBeLessThanOrEqual(17);
  expect([await found('李建国').then((names) => names.length), await found('建国'), await found('石')]).toEqual([
    15,
    [],
    [],
  ]);
});

test('an audit takes as many books at a time as keep the call small, and goes on', async () => {
  const first = await cloud.getAs('o_secretary', 'passbook.audit', { unit: 'service' });
  expect(first).toEqual({ books: 6, broken: [], next: 'p_long05' });
  expect((await cloud.lastCall()).examined).toBeLessThanOrEqual(2 * 300 + 2 * 21 + 1);
  expect(await cloud.getAs('o_secretary', 'passbook.audit', { unit: 'service', cursor: 'p_long12' })).toEqual({
    books: 2,
    broken: [],
  });
});
