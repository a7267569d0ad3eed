import { randomUUID } from 'node:crypto';
import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { OrderView } from '../../miniprogram/contracts/order';
import { createDemo } from '../../local/demo';
import type { House } from './house';
import type { Tally } from './tally';

/** People of the demo, by what they do. */
const resident = 'resident-luo';
const neighbour = 'resident-wang';
const worker = 'worker-zhao';
const secretary = 'secretary-qin';
const [first, second] = ['member-sun', 'member-ma'] as const;
const branchMember = 'branch-li';
const branchSecretary = 'branch-secretary-ren';
const branchCommittee = 'branch-committee-hou';

type Say = <Name extends EndpointName>(
  openid: string,
  name: Name,
  input: Input<Name>,
  as?: string,
) => Promise<Output<Name>>;

const requestId = (): string => randomUUID();
const moved = ({ orderId, version }: OrderView) => ({ orderId, version, requestId: requestId() });

function sayer(house: House, tally: Tally): Say {
  return async (openid, name, input, as) => {
    const { data, trace } = await house.call(openid, name, input);
    tally.note(as === undefined ? name : `${name} (${as})`, trace);
    return data;
  };
}

/** Everything that is read when somebody looks around. */
export async function lookAround(house: House, tally: Tally): Promise<void> {
  const say = sayer(house, tally);
  const token = createDemo().cards()[0]?.token ?? '';
  for (const [openid, as] of [
    [resident, 'resident'],
    [worker, 'grid'],
    [first, 'member'],
    [secretary, 'desk'],
    [branchSecretary, 'branch desk'],
    [branchCommittee, 'branch'],
    ['visitor', 'visitor'],
  ] as const) {
    await say(openid, 'home.get', {}, as);
  }
  await say('visitor', 'card.get', { token });
  await say(resident, 'person.getSession', {});
  const { orders } = await say(resident, 'order.listMine', { state: 'open' }, 'open');
  await say(resident, 'order.listMine', { state: 'closed' }, 'closed');
  await say(resident, 'order.get', { orderId: orders[0]?.orderId ?? '' });
  await say(resident, 'order.findSimilar', { category: 'repair' });
  for (const filter of ['waiting', 'due', 'callback', 'inProgress'] as const)
    await say(worker, 'order.listQueue', { filter }, filter);
  await say(first, 'order.listOffers', { state: 'open' }, 'open');
  await say(first, 'order.listOffers', { state: 'closed' }, 'closed');
  await say(first, 'order.listWishes', {});
  for (const list of ['overdue', 'returned', 'reopened'] as const) await say(secretary, 'order.getDesk', { list }, list);
  await say(resident, 'message.list', {});
  await say(resident, 'person.listReveals', {});
  await say(resident, 'place.listChildren', {});
  await say(worker, 'card.list', {});
  await lookIntoBooks(say);
}

async function lookIntoBooks(say: Say): Promise<void> {
  await say(first, 'passbook.get', { unit: 'service' }, 'service');
  const own = await say(branchMember, 'passbook.get', {}, 'organization');
  const { people } = await say(branchSecretary, 'passbook.list', { unit: 'organization' });
  await say(
    branchSecretary,
    'passbook.get',
    { unit: 'organization', personId: people[0]?.personId ?? '' },
    'of another',
  );
  await say(branchSecretary, 'passbook.verify', { unit: 'organization', personId: own.personId });
  await say(branchSecretary, 'passbook.audit', { unit: 'organization' });
  await say(branchSecretary, 'passbook.listReversals', {});
  const { activities } = await say(branchMember, 'activity.list', {});
  await say(branchMember, 'activity.get', { activityId: activities[0]?.activityId ?? '' });
}

/** One order from the card to the line in the book, with each member's answer on the way. */
export async function walkAnOrder(house: House, tally: Tally): Promise<void> {
  const say = sayer(house, tally);
  const memberIds = await Promise.all(
    [first, second].map(async (openid) => (await house.call(openid, 'person.getSession', {})).data.personId ?? ''),
  );
  const order = await create(say);
  await say(worker, 'order.suggest', { orderId: order.orderId });
  const sent = await say(worker, 'order.dispatch', { ...moved(order), memberIds });
  const left = await say(second, 'order.decline', { ...moved(sent), reason: 'no-time' });
  const taken = await say(first, 'order.accept', moved(left));
  await say(first, 'order.revealPhone', { orderId: order.orderId, party: 'requester', requestId: requestId() });
  const done = await say(first, 'order.complete', {
    ...moved(taken),
    evidence: { kind: 'code', code: await codeOf(house, order.orderId) },
  });
  const again = await say(resident, 'order.reopen', { ...moved(done), words: '还是漏' });
  const better = await say(first, 'order.complete', {
    ...moved(again),
    evidence: { kind: 'phone', note: '打过电话，好了' },
  });
  await say(resident, 'order.confirm', { ...moved(better), stars: 5, tags: ['patient'] });
}

async function create(say: Say): Promise<OrderView> {
  return say(resident, 'order.create', {
    category: 'repair',
    words: '厨房的灯一闪一闪',
    when: 'any',
    fileIds: [],
    requestId: requestId(),
  });
}

async function codeOf(house: House, orderId: string): Promise<string> {
  return (await house.call(resident, 'order.get', { orderId })).data.finishCode ?? '';
}

/** The ways in which an order ends early, or turns. */
export async function walkAside(house: House, tally: Tally): Promise<void> {
  const say = sayer(house, tally);
  const { data: session } = await house.call(first, 'person.getSession', {});
  const joined = await say(neighbour, 'order.join', moved(await create(say)));
  await say(resident, 'order.cancel', { ...moved(joined), reason: 'solved-myself' });
  const reminded = await say(resident, 'order.remind', moved(await create(say)));
  await say(worker, 'order.refuse', { ...moved(reminded), reason: 'not-ours' });
  await say(worker, 'order.transfer', { ...moved(await create(say)), to: '物业公司' });
  const kept = await create(say);
  await say(worker, 'order.merge', { ...moved(await create(say)), intoId: kept.orderId });
  const sent = await say(worker, 'order.dispatch', { ...moved(kept), memberIds: [session.personId ?? ''] });
  const taken = await say(first, 'order.accept', moved(sent));
  await say(first, 'order.release', { ...moved(taken), reason: 'unwell' });
}

/** What branches and people write beside orders. */
export async function keepHouse(house: House, tally: Tally): Promise<void> {
  const say = sayer(house, tally);
  const { hats } = await say('captain-tian', 'person.getSession', {});
  for (const { key } of hats.slice(0, 3))
    await say('captain-tian', 'person.switchHat', { hat: key, requestId: requestId() });
  await say(resident, 'person.saveSettings', { elder: true, requestId: requestId() });
  await say(resident, 'person.saveSettings', { elder: false, requestId: requestId() });
  const startsAt = new Date(house.cloud.clock.now().getTime() - 3_600_000).toISOString();
  const activity = await say(branchSecretary, 'activity.create', {
    title: '上党课',
    kind: 'lecture',
    startsAt,
    placeName: '党群活动室',
    requestId: requestId(),
  });
  const marks = activity.people.map(({ personId }, index) => ({
    personId,
    state: index % 7 === 0 ? ('absent' as const) : ('present' as const),
  }));
  const { activityId, version } = await say(branchSecretary, 'activity.mark', {
    activityId: activity.activityId,
    version: activity.version,
    marks,
    requestId: requestId(),
  });
  await say(
    branchSecretary,
    'activity.close',
    { activityId, version, requestId: requestId() },
    `${marks.length} people`,
  );
  await putRight(say);
}

/** Two lines of a book that their owner contests: one is kept, one is undone by two people. */
async function putRight(say: Say): Promise<void> {
  const { entries } = await say(branchMember, 'passbook.get', {}, 'organization');
  const [kept, undone] = entries
    .filter(({ mayContest, cause }) => mayContest && cause !== 'reversal')
    .map(({ entryId }) => entryId);
  if (kept === undefined || undone === undefined) throw new Error('There is nothing to contest.');
  for (const entryId of [kept, undone])
    await say(branchMember, 'passbook.contest', { entryId, words: '那天我请了假', requestId: requestId() });
  await say(branchSecretary, 'passbook.uphold', { entryId: kept, reason: '没有请假条', requestId: requestId() });
  const { reversalId } = await say(branchSecretary, 'passbook.proposeReversal', {
    entryId: undone,
    reason: '请假条找到了',
    requestId: requestId(),
  });
  await say(branchCommittee, 'passbook.signReversal', { reversalId, agree: true, requestId: requestId() });
}
