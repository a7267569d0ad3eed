import type { Alarm } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { JobRecord } from '../../../cloudfunctions/core/job/job-record';
import { anchors, type Anchor } from '../../../cloudfunctions/core/passbook/anchor/anchor';
import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { LoginWithInbox } from '../../../cloudfunctions/core/access/login';
import { eraseWords } from '../../../cloudfunctions/core/passbook/erasure';
import { salts, type Salt } from '../../../cloudfunctions/core/passbook/salts';
import { collection, type Stored } from '../../../cloudfunctions/core/platform/database';
import { bookOf, loadBooks, sourcesOfLines } from '../../support/books';
import { loadCommunity } from '../../support/community';
import { startApi, type ApiCloud } from '../../support/api';
import { postingsOf } from './edited-books';

jest.setTimeout(180_000);

const people = ['p_one', 'p_two', 'p_three'];
const books = people.map((personId) => bookOf(postingsOf(personId)));

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({
    functions: ['api', 'jobs'],
    demo: {
      load(database) {
        loadCommunity(database);
        loadBooks(database, books);
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
const anchorsHere = () => cloud.stored<Anchor>('anchors').filter(({ communityId }) => communityId === 'qinghe');
const alarms = () =>
  cloud.stored<Alarm>('alarms').map(({ personId, why, sequence, day }) => [personId, why, sequence, day]);
const verify = (personId: string) => cloud.callAs('o_secretary', 'passbook.verify', { unit: 'service', personId });

test('whoever erases somebody leaves a signed line, and the books verify as before', async () => {
  await night('2026-11-24');
  const services = await cloud.services();
  const request = {
    personId: 'p_one',
    communityId: 'qinghe',
    byId: 'p_secretary',
    askedById: 'p_one',
    reason: '本人要求',
  };
  await eraseWords({ ...services, clock: { now: () => new Date('2026-11-24T03:00:00Z') } }, request);
  await eraseWords(services, request);
  const erased = cloud.storedOne<Salt>('salts', 'p_one');
  expect(erased).toMatchObject({ salt: null, erasure: { byId: 'p_secretary', reason: '本人要求' } });
  const own = cloud.stored<Entry>('entries').filter(({ personId }) => personId === 'p_one');
  expect(own.map(({ name, title }) => [name, title])).toEqual(own.map(() => ['', '']));
  expect(await verify('p_one')).toMatchObject({ ok: true, data: { state: 'sound', entries: 5 } });
  await night('2026-11-25');
  expect(alarms()).toEqual([]);
  expect(anchorsHere().at(-1)!.changed).toMatchObject([{ bookId: 'salt:p_one', sequence: 1 }]);
});

test('a salt that comes back, and words with it, are noticed', async () => {
  const { database } = await cloud.services();
  await database.updateWhere(salts, { _id: 'p_one' }, { set: { salt: 'salt of p_one', erasure: null } });
  await night('2026-11-26');
  expect(alarms()).toContainEqual(['p_one', 'words', 0, '2026-11-26']);
  expect(await verify('p_one')).toMatchObject({ data: { state: 'broken', why: 'words' } });
});

test('what gave points since the newest anchor, and stands in no book, is missed the same night', async () => {
  const { database } = await cloud.services();
  const made = bookOf(postingsOf('p_new', { at: new Date('2026-11-26T02:00:00Z') }));
  for (const order of sourcesOfLines(made.entries).orders) await database.insert(collection('orders'), order as Stored);
  await night('2026-11-27');
  expect(alarms()).toContainEqual(['p_new', 'missing', 0, '2026-11-27']);
});

test('an alarm that could not be told is told once by the timer', async () => {
  const { database } = await cloud.services();
  const heard = () =>
    cloud
      .storedOne<LoginWithInbox>('logins', 'o_committee')
      .inbox.filter(({ kind, name }) => kind === 'ledger-alarm' && name === '李没记').length;
  const made = bookOf(postingsOf('p_untold', { at: new Date('2026-11-26T02:00:00Z'), name: '李没记' }));
  for (const order of sourcesOfLines(made.entries.slice(0, 1)).orders)
    await database.insert(collection('orders'), order as Stored);
  await cloud.control('/local/faults', {
    kind: 'timeout-before',
    match: 'database.modifyDocument logins',
    inside: 'jobs',
    times: 1,
  });
  await night('2026-11-28');
  expect(await cloud.control('/local/faults')).toEqual([]);
  await cloud.control('/local/clock', { advanceMs: 11 * 60_000 });
  expect(alarms()).toContainEqual(['p_untold', 'missing', 0, '2026-11-28']);
  expect(heard()).toBe(1);
  await night('2026-11-29');
  expect(heard()).toBe(1);
});

test('nobody learns from a check whether somebody has a book elsewhere', async () => {
  const elsewhere = await cloud.callAs('o_strangerSecretary', 'passbook.verify', {
    unit: 'service',
    personId: 'p_two',
  });
  const nowhere = await cloud.callAs('o_strangerSecretary', 'passbook.verify', {
    unit: 'service',
    personId: 'p_nobody',
  });
  expect([elsewhere, nowhere].map((reply) => ({ ...reply, requestId: '' }))).toEqual(
    Array.from({ length: 2 }, () => ({ ok: false, code: 'NOT_FOUND', field: 'personId', requestId: '' })),
  );
});

test('an anchor that was changed raises an alarm with its day, and nothing is anchored upon it', async () => {
  const { database } = await cloud.services();
  const newest = anchorsHere().at(-1)!;
  const changed = [{ bookId: 'p_two:service', sequence: 1, hash: books[1]!.entries[0]!.hash }];
  await database.updateWhere(anchors, { _id: newest._id }, { set: { changed } });
  await night('2026-11-30');
  expect(alarms()).toContainEqual([null, 'anchor', 0, newest.day]);
  expect(anchorsHere().at(-1)!.day).toBe(newest.day);
  await database.updateWhere(anchors, { _id: newest._id }, { set: { changed: newest.changed } });
  await night('2026-12-01');
  expect(anchorsHere().at(-1)).toMatchObject({ day: '2026-12-01', number: newest.number + 1 });
});
