import { bookLines, type Entry } from '../../../cloudfunctions/core/passbook/entry';
import { bookIdOf, passbooks, type Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { postTogether, type BranchPosting } from '../../../cloudfunctions/core/passbook/post-together';
import { verifyPage } from '../../../cloudfunctions/core/passbook/rules/verification';
import { startApi, type ApiCloud } from '../../support/api';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
});
afterAll(() => cloud.close());

const people = Array.from({ length: 17 }, (_, index) => `p_many${String(index).padStart(2, '0')}`);
const posting = (activityId: string, personId: string, points: number): BranchPosting => ({
  postingKey: `activity:${activityId}:${personId}`,
  communityId: 'qinghe',
  branchId: 'qinghe',
  branchName: '清河社区党支部',
  unit: 'organization',
  personId,
  name: personId,
  memberClass: 'young',
  at: new Date('2026-11-23T02:00:00Z'),
  cause: 'attended',
  title: activityId,
  titleBy: null,
  points,
  countDelta: 1,
  rule: { id: 'young', version: 1 },
  sourceId: activityId,
  reversal: null,
});
const postingsOf = (activityId: string, points = 3) => people.map((personId) => posting(activityId, personId, points));
const linesOf = (personId: string) =>
  cloud
    .stored<Entry>('entries')
    .filter(({ bookId, kind }) => bookId === bookIdOf(personId, 'organization') && kind === 'entry')
    .sort((one, other) => other.sequence - one.sequence);

test('three meetings posted at one moment, and one of them twice, give each book three lines', async () => {
  const { database } = await cloud.services();
  // Whoever waited too long is told so, and comes again, as the timer does.
  const postAll = async (id: string): Promise<number> => {
    for (let attempt = 0; attempt < 9; attempt += 1) {
      const posted = await postTogether(database, postingsOf(id));
      if (posted.ok) return posted.data;
      expect(posted.code).toBe('BUSY');
    }
    throw new Error(`${id} was never posted`);
  };
  await Promise.all(['a', 'b', 'c', 'a'].map(postAll));
  for (const personId of people) {
    const lines = linesOf(personId);
    expect(lines.map(({ sequence }) => sequence)).toEqual([3, 2, 1]);
    const head = cloud.storedOne<Passbook>('passbooks', bookIdOf(personId, 'organization'));
    expect(head).toMatchObject({ balance: 9, count: 3, sequence: 3, hash: lines[0]!.hash });
    expect(verifyPage(lines, head)).toBeUndefined();
  }
  expect(await postTogether(database, postingsOf('b'))).toEqual({ ok: true, data: 0 });
});

test('a line leaves alone what others write of a book meanwhile', async () => {
  const { database } = await cloud.services();
  const bookId = bookIdOf(people[0]!, 'organization');
  const alarm = { alarmId: 'x', sequence: 1, day: '2026-11-23' };
  // Between the look at the book and the transaction somebody contests a line of it.
  const late = {
    ...database,
    transaction: async (work: Parameters<typeof database.transaction>[0]) => {
      await database.updateWhere(passbooks, { _id: bookId }, { set: { contested: 1, alarms: [alarm] } });
      return database.transaction(work);
    },
  } as typeof database;
  expect(await postTogether(late, [posting('d', people[0]!, 2)])).toEqual({ ok: true, data: 1 });
  expect(cloud.storedOne<Passbook>('passbooks', bookId)).toMatchObject({ contested: 1, alarms: [alarm], balance: 11 });
});

test('no second line of a number goes into a book, whoever writes it', async () => {
  const { database } = await cloud.services();
  const [line] = linesOf(people[1]!);
  expect(await database.insert(bookLines, { ...line!, _id: 'another' })).toBe(false);
});
