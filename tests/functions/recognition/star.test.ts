import { blankRecognition } from '../../../cloudfunctions/core/recognition/erasure';
import { gatherStars } from '../../../cloudfunctions/core/recognition/jobs/gather-stars';
import type { StarMonth } from '../../../cloudfunctions/core/recognition/star/star';
import type { StarInputView } from '../../../miniprogram/contracts/star';
import { newRequest, startApi, type ApiCloud } from '../../support/api';
import { ordersOf } from '../order/order-steps';
import { withRecognition } from './recognition-steps';

jest.setTimeout(120_000);

let cloud: ApiCloud;
beforeAll(async () => {
  cloud = await startApi({ functions: ['api'] });
  await cloud.setClock('2026-11-23T10:00:00+08:00');
  await withRecognition(cloud, { shown: [] }, 'liuyuan');
});
afterAll(() => cloud.close());

const month = '2026-11';
const star = (openid: string) => cloud.getAs(openid, 'recognition.getStar', { month });
const vote = (openid: string, personId: string, requestId = newRequest()) =>
  cloud.callAs(openid, 'recognition.vote', { month, personId, requestId });
const decide = (openid: string, requestId = newRequest()) =>
  cloud.callAs(openid, 'recognition.decideStar', { month, requestId });
const stored = () => cloud.storedOne<StarMonth>('starMonths', `qinghe:${month}`);

/** Done by one, for one, and closed. */
async function closedBy(requester: string, helper: string): Promise<void> {
  const { create, dispatch, accept, complete, confirm } = ordersOf(cloud);
  const made = await dispatch(await create(requester, { words: `${requester} 请 ${helper} 来一趟` }), [`p_${helper}`]);
  await confirm(await complete(await accept(made, `o_${helper}`), `o_${helper}`), requester);
}

async function gather(day: string): Promise<number> {
  const now = new Date(`${day}T02:30:00+08:00`);
  await cloud.control('/local/clock', { now: now.toISOString(), timers: 'skip' });
  const services = { ...(await cloud.services()), clock: { now: () => now } };
  return (await gatherStars.run(services, undefined, new Date(now.getTime() + 60_000))).done;
}

async function inputs(of: 'services' | 'votes'): Promise<readonly StarInputView[]> {
  const found: StarInputView[] = [];
  for (let cursor: string | undefined; ;) {
    const input = { month, of, ...(cursor !== undefined && { cursor }) };
    const page = await cloud.getAs('o_neighbour', 'recognition.listStarInputs', input);
    found.push(...page.inputs);
    if (page.next === undefined) return found;
    cursor = page.next;
  }
}

test('nothing is gathered where the community does not show it', async () => {
  await closedBy('o_resident', 'member');
  await closedBy('o_neighbour', 'member');
  await closedBy('o_resident', 'member2');
  await closedBy('o_neighbour', 'member2');
  // the second member moved in with the resident
  const { home } = cloud.storedOne<{ home: object }>('people', 'p_resident');
  await cloud.change('people', 'p_member2', { home });
  await withRecognition(cloud, { shown: ['thanks'] });
  expect(await gather('2026-12-01')).toBe(0);
  expect(await star('o_resident')).toMatchObject({ shown: false, finalists: [], mayVote: false });
  expect(await vote('o_resident', 'p_member')).toMatchObject({ code: 'NOT_SHOWN' });
});

test('S2-22 a month that is over is gathered once; own households do not count', async () => {
  await withRecognition(cloud, { shown: ['star'] });
  expect(await gather('2026-12-01')).toBe(1);
  const { finalists } = stored();
  expect(finalists.map(({ name, households }) => [name, households])).toEqual([
    ['张海涛', 2],
    ['武建平', 1],
  ]);
  expect(await gather('2026-12-02')).toBe(0);
  expect(stored().finalists).toEqual(finalists);
  expect(await star('o_resident')).toMatchObject({
    state: 'voting',
    votingUntil: '2026-12-07T16:00:00.000Z',
    mayVote: true,
  });
  expect((await inputs('services')).map(({ excluded }) => excluded).sort()).toEqual([
    'household',
    undefined,
    undefined,
    undefined,
  ]);
});

test('one vote each, of who had an order closed in that month, not for oneself nor for one’s own', async () => {
  expect(await vote('o_head', 'p_member')).toMatchObject({ code: 'NO_VOTE' });
  expect(await vote('o_secretary', 'p_member')).toMatchObject({ code: 'NO_VOTE' });
  expect(await vote('o_resident', 'p_member2')).toMatchObject({ code: 'VOTE_CONFLICT', field: 'personId' });
  expect(await vote('o_resident', 'p_worker')).toMatchObject({ code: 'NOT_FOUND', field: 'personId' });
  expect(await vote('o_neighbour', 'p_member')).toMatchObject({ ok: true, data: { votedFor: 'p_member' } });
  const requestId = newRequest();
  const again = await vote('o_neighbour', 'p_member2', requestId);
  expect(again).toMatchObject({ ok: true, data: { votedFor: 'p_member2' } });
  expect(await vote('o_neighbour', 'p_member2', requestId)).toEqual(again);
  expect(await vote('o_resident', 'p_member')).toMatchObject({ ok: true });
  expect(cloud.stored('starVotes')).toHaveLength(2);
  // nobody reads votes before it is decided, and nobody's key is told
  const seen = await star('o_head');
  expect(seen.finalists.every(({ votes }) => votes === undefined)).toBe(true);
  expect(JSON.stringify(seen)).not.toContain(stored().salt);
  const votes = { month, of: 'votes' } as const;
  expect(await cloud.callAs('o_head', 'recognition.listStarInputs', votes)).toMatchObject({ code: 'VOTING_GOES_ON' });
});

test('the secretary has it counted after the days of voting, once; who is a finalist does not', async () => {
  expect(await decide('o_secretary')).toMatchObject({ code: 'VOTING_GOES_ON' });
  await cloud.control('/local/clock', { now: '2026-12-08T09:00:00+08:00', timers: 'skip' });
  expect(await vote('o_neighbour', 'p_member')).toMatchObject({ code: 'VOTING_OVER' });
  expect(await decide('o_committee')).toMatchObject({ code: 'FORBIDDEN' });
  const { personIds } = stored();
  await cloud.change('starMonths', stored()._id, { personIds: [...personIds, 'p_secretary'] });
  expect(await decide('o_secretary')).toMatchObject({ code: 'SECOND_PERSON_NEEDED' });
  await cloud.change('starMonths', stored()._id, { personIds });
  expect(await star('o_secretary')).toMatchObject({ state: 'counting', mayDecide: true });
  const requestId = newRequest();
  const decided = await decide('o_secretary', requestId);
  // one vote each: who helped more households
  expect(decided).toMatchObject({ ok: true, data: { state: 'decided', winners: ['张海涛'], mayDecide: false } });
  expect(await decide('o_secretary', requestId)).toEqual(decided);
  expect(await decide('o_secretary')).toMatchObject({ code: 'ALREADY_SETTLED' });
});

test('S2-22 anybody recomputes finalists and star from what they can read', async () => {
  const { finalists, winners, finalistsWanted = 0 } = await star('o_neighbour');
  const tally = (rows: readonly StarInputView[]) => {
    const sets = new Map<string, Set<string>>();
    for (const { to, from, excluded } of rows)
      if (excluded === undefined) sets.set(to, new Set([...(sets.get(to) ?? []), from]));
    return [...sets].map(([key, set]) => ({ key, count: set.size }));
  };
  const served = tally(await inputs('services')).sort((one, other) => other.count - one.count);
  expect(served.slice(0, finalistsWanted)).toEqual(
    finalists.map(({ key, households }) => ({ key, count: households })),
  );
  const votes = tally(await inputs('votes'));
  const best = [...finalists]
    .map((one) => ({ ...one, counted: votes.find(({ key }) => key === one.key)?.count ?? 0 }))
    .sort((one, other) => other.counted - one.counted || other.households - one.households);
  expect(best.map(({ counted }) => counted)).toEqual(best.map(({ votes: said }) => said));
  expect(winners).toEqual([best[0]?.name]);
  const all = JSON.stringify([await inputs('services'), await inputs('votes')]);
  expect(all).not.toMatch(/p_|qinghe|张|李|武/);
});

test('who does not want to be chosen is not, in the months that come', async () => {
  await cloud.getAs('o_member', 'recognition.saveChoice', { part: 'star', hidden: true, requestId: newRequest() });
  await cloud.control('/local/clock', { now: '2026-12-20T10:00:00+08:00', timers: 'skip' });
  await closedBy('o_resident', 'member');
  expect(await gather('2027-01-01')).toBe(1);
  expect(cloud.storedOne<StarMonth>('starMonths', 'qinghe:2026-12').finalists).toEqual([]);
  const { database } = await cloud.services();
  await blankRecognition(database, 'p_member');
  expect((await star('o_neighbour')).winners).toEqual([]);
});
