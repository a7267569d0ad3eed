import type { Entry } from '../../../cloudfunctions/core/passbook/entry';
import type { Expiry } from '../../../cloudfunctions/core/passbook/expiry/expiry';
import { expirePoints } from '../../../cloudfunctions/core/passbook/jobs/expire-points';
import type { Passbook } from '../../../cloudfunctions/core/passbook/passbook';
import { emptyOutboxes } from '../../../cloudfunctions/core/message/jobs/empty-outboxes';
import { expiries } from '../../../cloudfunctions/core/passbook/expiry/expiry';
import { newRequest, type ApiCloud } from '../../support/api';
import { book, startWithBooks } from './sample-books';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startWithBooks();
});
afterAll(() => cloud.close());

const never = { months: 0, carryOver: 99_999 };
const decide = (months: number) =>
  cloud.getAs('o_secretary', 'policy.change', {
    policy: { passbook: { expiry: { organization: { months, carryOver: 99_999 }, service: never, courtyard: never } } },
    reason: '支部大会定的',
    requestId: newRequest(),
  });
async function night(day: string, cutShort = false): Promise<number> {
  const now = new Date(`${day}T02:30:00+08:00`);
  await cloud.setClock(now.toISOString());
  const services = { ...(await cloud.services()), clock: { now: () => now } };
  const until = cutShort ? now : new Date(now.getTime() + 60_000);
  let record: { cursor: string | null } | undefined;
  let runs = 0;
  do {
    const progress = await expirePoints.run(services, record as never, until);
    record = { cursor: progress.cursor ?? null };
    runs += 1;
  } while (record.cursor !== null && runs < 50);
  const soon = new Date(now.getTime() + 120_000);
  await emptyOutboxes([expiries]).run(
    { ...services, clock: { now: () => soon } },
    undefined,
    new Date(soon.getTime() + 9),
  );
  return runs;
}
const head = () => cloud.storedOne<Passbook>('passbooks', 'p_young:organization');
const lots = () => cloud.stored<Expiry>('expiries');
const lines = () => cloud.stored<Entry>('entries').filter(({ cause }) => cause === 'expired');
const newsOf = async (openid: string) =>
  (await cloud.getAs(openid, 'message.list', {})).messages.map(({ kind, points }) => [kind, points]);

test('nothing runs out before a community decides it, nor before its owner was warned 30 days', async () => {
  await night('2026-12-05');
  expect(lots()).toEqual([]);
  await decide(1);
  await night('2026-12-06');
  const inOctober = book.entries.filter(({ at }) => at < new Date('2026-12-01T00:00:00+08:00')).at(-1)!;
  expect(lots()).toMatchObject([{ lot: '2026-11', open: true, warned: inOctober.balance, personId: 'p_young' }]);
  expect((await newsOf('o_young'))[0]).toEqual(['points-expiring', head().balance]);
  await night('2026-12-07');
  expect(lots()).toHaveLength(1);
  expect(lines()).toEqual([]);
});

test('what is left is posted once, in as many runs as it takes, and the book and its sources still agree', async () => {
  const before = head();
  expect(await night('2027-01-06', true)).toBeGreaterThan(2);
  const [lot] = lots();
  expect(lot).toMatchObject({ open: false, expired: before.balance });
  expect(lines()).toMatchObject([
    {
      _id: lot!._id,
      points: -before.balance,
      balance: 0,
      from: 'person:p_young',
      to: 'expired:qinghe',
      title: '2026-11',
    },
  ]);
  expect(head()).toMatchObject({ balance: 0, earned: before.earned });
  expect(await newsOf('o_young')).toContainEqual(['points-expired', before.balance]);
  await night('2027-01-06');
  expect(lines()).toHaveLength(1);
  const verified = await cloud.getAs('o_secretary', 'passbook.verify', { unit: 'organization', personId: 'p_young' });
  expect(verified).toMatchObject({ state: 'sound', balance: 0 });
});

test('what two people give back of it does not run out again at once', async () => {
  const why = { entryId: lots()[0]!._id, reason: '他住院没能用', requestId: newRequest() };
  const { reversalId } = await cloud.getAs('o_committee', 'passbook.proposeReversal', why);
  await cloud.getAs('o_secretary', 'passbook.signReversal', { reversalId, agree: true, requestId: newRequest() });
  expect(head().balance).toBe(lots()[0]!.expired);
  await night('2027-01-08');
  expect(lots().filter(({ open }) => open)).toEqual([]);
});
