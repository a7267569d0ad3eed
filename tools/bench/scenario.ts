import type { EndpointName, Input, Output } from '../../miniprogram/contracts/api';
import type { OrderView } from '../../miniprogram/contracts/order';
import { createDemo } from '../../local/demo';
import type { BenchEnvironment } from './environment';
import type { Measurements } from './measurements';
import { newRequestId } from './request-id';
import { settleBooks } from './settle-books';

/** People of the demo, by what they do. */
const resident = 'resident-luo';
const neighbour = 'resident-wang';
const worker = 'worker-zhao';
const secretary = 'secretary-qin';
const [first, second] = ['member-sun', 'member-ma'] as const;
const branchMember = 'branch-li';
const branchSecretary = 'branch-secretary-ren';
const branchCommittee = 'branch-committee-hou';

type Call = <Name extends EndpointName>(
  openid: string,
  name: Name,
  input: Input<Name>,
  as?: string,
) => Promise<Output<Name>>;

const nextMove = ({ orderId, version }: OrderView) => ({ orderId, version, requestId: newRequestId() });

/** Calls whose cost is kept, under the name of the endpoint. */
export function measuredCalls(environment: BenchEnvironment, measurements: Measurements): Call {
  return async (openid, name, input, as) => {
    const { data, trace } = await environment.call(openid, name, input);
    measurements.add(as === undefined ? name : `${name} (${as})`, trace);
    return data;
  };
}

/** Everything that is read when somebody looks around. */
export async function readEverything(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
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
    await call(openid, 'home.get', {}, as);
  }
  await call('visitor', 'card.get', { token });
  await call(resident, 'person.getSession', {});
  const { orders } = await call(resident, 'order.listMine', { state: 'open' }, 'open');
  await call(resident, 'order.listMine', { state: 'closed' }, 'closed');
  await call(resident, 'order.get', { orderId: orders[0]?.orderId ?? '' });
  await call(resident, 'order.findSimilar', { category: 'repair' });
  const { data: near } = await environment.call(worker, 'place.listChildren', { own: true });
  await call(resident, 'policy.listOffered', {});
  await call(worker, 'order.findDuplicates', { phone: '16400000001', placeId: near.places[0]?.placeId ?? '' });
  for (const filter of ['waiting', 'due', 'callback', 'inProgress'] as const)
    await call(worker, 'order.listQueue', { filter }, filter);
  await call(first, 'order.listOffers', { state: 'open' }, 'open');
  await call(first, 'order.listOffers', { state: 'closed' }, 'closed');
  await call(first, 'order.listWishes', {});
  for (const list of ['overdue', 'returned', 'reopened'] as const)
    await call(secretary, 'order.getDesk', { list }, list);
  await call(worker, 'order.listNeeds', {});
  await searchOrders(call);
  await call(resident, 'message.list', {});
  await call(resident, 'person.listReveals', {});
  await call(resident, 'place.listChildren', {});
  await call(worker, 'card.list', {});
  await readBooks(call);
}

/** One look for each of the ways in. */
async function searchOrders(call: Call): Promise<void> {
  const { orders } = await call(secretary, 'order.search', { words: '2026-11-20' }, 'day');
  await call(secretary, 'order.search', { words: orders[0]?.number ?? '' }, 'number');
  await call(secretary, 'order.search', { words: '16400000001' }, 'phone');
  const named = orders.find(({ requesterName }) => requesterName !== undefined);
  await call(secretary, 'order.search', { words: named?.requesterName ?? '' }, 'name');
  await call(secretary, 'order.search', { words: '水管', as: 'words', month: '2026-11' }, 'words');
  await call(secretary, 'order.search', { status: 'submitted' }, 'waiting');
  await call(secretary, 'order.search', { month: '2026-11' }, 'month');
  await call(worker, 'order.search', { month: '2026-11' }, 'month of a grid');
}

async function readBooks(call: Call): Promise<void> {
  await call(first, 'passbook.get', { unit: 'service' }, 'service');
  const own = await call(branchMember, 'passbook.get', {}, 'organization');
  const month = own.entries[0]?.at.slice(0, 7) ?? '';
  const { code } = await call(branchMember, 'passbook.slip', { unit: 'organization', month });
  await call(branchMember, 'passbook.checkSlip', { code });
  await call(branchMember, 'file.printMonthSlip', { unit: 'organization', month, format: 'pdf' });
  const { people } = await call(branchSecretary, 'passbook.list', { unit: 'organization' });
  await call(
    branchSecretary,
    'passbook.get',
    { unit: 'organization', personId: people[0]?.personId ?? '' },
    'of another',
  );
  await call(branchSecretary, 'passbook.verify', { unit: 'organization', personId: own.personId });
  await call(branchSecretary, 'passbook.audit', { unit: 'organization' });
  await call(branchSecretary, 'passbook.listReversals', {});
  await call(branchSecretary, 'passbook.listPairs', {});
  await call(branchSecretary, 'passbook.listGrants', { state: 'open' });
  await call(branchSecretary, 'passbook.listAlarms', { state: 'open' });
  const { activities } = await call(branchMember, 'activity.list', {});
  await call(branchMember, 'activity.get', { activityId: activities[0]?.activityId ?? '' });
}

/** One order from the card to the line in the book, with each member's answer on the way. */
export async function completeOrder(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const memberIds = await Promise.all(
    [first, second].map(
      async (openid) => (await environment.call(openid, 'person.getSession', {})).data.personId ?? '',
    ),
  );
  const order = await create(call);
  await call(worker, 'order.suggest', { orderId: order.orderId });
  const sent = await call(worker, 'order.dispatch', { ...nextMove(order), memberIds });
  const left = await call(second, 'order.decline', { ...nextMove(sent), reason: 'no-time' });
  const taken = await call(first, 'order.accept', nextMove(left));
  await call(first, 'order.revealPhone', { orderId: order.orderId, party: 'requester', requestId: newRequestId() });
  const done = await call(first, 'order.complete', {
    ...nextMove(taken),
    evidence: { kind: 'code', code: await codeOf(environment, order.orderId) },
  });
  const again = await call(resident, 'order.reopen', { ...nextMove(done), words: '还是漏' });
  const better = await call(first, 'order.complete', {
    ...nextMove(again),
    evidence: { kind: 'phone', note: '打过电话，好了' },
  });
  const closed = await call(resident, 'order.confirm', { ...nextMove(better), stars: 5, tags: ['patient'] });
  await call(resident, 'order.changeRating', { ...nextMove(closed), stars: 4, tags: ['patient'] });
}

async function create(call: Call): Promise<OrderView> {
  return call(resident, 'order.create', {
    category: 'repair',
    words: '厨房的灯一闪一闪',
    when: 'any',
    fileIds: [],
    requestId: newRequestId(),
  });
}

async function codeOf(environment: BenchEnvironment, orderId: string): Promise<string> {
  return (await environment.call(resident, 'order.get', { orderId })).data.finishCode ?? '';
}

/** The ways in which an order ends early, or turns. */
export async function endOrdersEarly(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { data: session } = await environment.call(first, 'person.getSession', {});
  const joined = await call(neighbour, 'order.join', nextMove(await create(call)));
  await call(resident, 'order.cancel', { ...nextMove(joined), reason: 'solved-myself' });
  const reminded = await call(resident, 'order.remind', nextMove(await create(call)));
  const called = await call(worker, 'order.recordCall', { ...nextMove(reminded), result: 'reached' });
  await call(worker, 'order.refuse', { ...nextMove(called), reason: 'not-ours' });
  const outside = await call(worker, 'order.transfer', { ...nextMove(await create(call)), to: '物业公司' });
  await call(worker, 'file.printTransferSheet', { orderId: outside.orderId, requestId: newRequestId() });
  await call(worker, 'order.recordAnswer', { ...nextMove(outside), answer: '物业来修好了' });
  await call(resident, 'order.makePrivate', nextMove(await create(call)));
  await recordByPhone(environment, call);
  const kept = await create(call);
  await call(worker, 'order.merge', { ...nextMove(await create(call)), intoId: kept.orderId });
  const sent = await call(worker, 'order.dispatch', { ...nextMove(kept), memberIds: [session.personId ?? ''] });
  const taken = await call(first, 'order.accept', nextMove(sent));
  await call(first, 'order.release', { ...nextMove(taken), reason: 'unwell' });
}

/** Papers are ticked off, and somebody without WeChat is told on the telephone what became of it. */
async function recordByPhone(environment: BenchEnvironment, call: Call): Promise<void> {
  const requestId = newRequestId;
  const asked = { words: '孩子上一年级要哪些材料', when: 'any', fileIds: [], requestId: requestId() } as const;
  const { data: errand } = await environment.call(resident, 'order.create', {
    ...asked,
    category: 'schooling',
    fileIds: [],
  });
  await call(resident, 'order.tickPaper', { orderId: errand.orderId, paper: 0, done: true, requestId: requestId() });
  const { orders } = await call(worker, 'order.listNews', {});
  if (orders[0]) await call(worker, 'file.printSlip', { orderId: orders[0].orderId });
}

/** What branches and people write beside orders. */
export async function writeBesideOrders(environment: BenchEnvironment, measurements: Measurements): Promise<void> {
  const call = measuredCalls(environment, measurements);
  const { hats } = await call('captain-tian', 'person.getSession', {});
  for (const { key } of hats.slice(0, 3))
    await call('captain-tian', 'person.switchHat', { hat: key, requestId: newRequestId() });
  await call(resident, 'person.saveSettings', { elder: true, requestId: newRequestId() });
  await call(resident, 'person.saveSettings', { elder: false, requestId: newRequestId() });
  const startsAt = new Date(environment.cloud.clock.now().getTime() - 3_600_000).toISOString();
  const activity = await call(branchSecretary, 'activity.create', {
    title: '上党课',
    kind: 'lecture',
    startsAt,
    placeName: '党群活动室',
    requestId: newRequestId(),
  });
  const marks = activity.people.map(({ personId }, index) => ({
    personId,
    state: index % 7 === 0 ? ('absent' as const) : ('present' as const),
  }));
  const { activityId, version } = await call(branchSecretary, 'activity.mark', {
    activityId: activity.activityId,
    marks,
    requestId: newRequestId(),
  });
  const closed = await call(branchSecretary, 'activity.close', { activityId, version, requestId: newRequestId() });
  await call(
    branchCommittee,
    'activity.sign',
    { activityId, version: closed.version, agree: true, requestId: newRequestId() },
    `${marks.length} people`,
  );
  await settleBooks(environment, call);
  await serveVisitors(environment, call);
}

/** What staff write for somebody without WeChat, cards, messages, and somebody who comes with a card. */
async function serveVisitors(environment: BenchEnvironment, call: Call): Promise<void> {
  const { data } = await environment.call(worker, 'place.listChildren', { own: true });
  const placeId = data.places[0]?.placeId ?? '';
  const { orderId } = await call(worker, 'order.intake', {
    category: 'repair',
    words: '水龙头关不紧',
    when: 'any',
    name: '周秀英',
    phone: '13800001111',
    placeId,
    requestId: newRequestId(),
  });
  await call(worker, 'file.printSlip', { orderId });
  const { token } = await call(worker, 'card.issue', { placeId, size: 'normal', requestId: newRequestId() });
  await call(worker, 'card.getCode', { token });
  const reissued = await call(worker, 'card.reissue', { token, reason: '卡片磨花了', requestId: newRequestId() });
  const { messages } = await call(resident, 'message.list', {});
  const messageIds = messages.slice(0, 3).map(({ messageId }) => messageId);
  await call(resident, 'message.markRead', { messageIds, requestId: newRequestId() });
  await call(resident, 'message.grant', { accepted: ['order-news'], requestId: newRequestId() });
  await call('visitor', 'person.register', {
    token: reissued.token,
    name: '何小雨',
    phone: '13800002222',
    requestId: newRequestId(),
  });
  await call(worker, 'file.getHealth', {});
  await decideChanges(call);
}

/** Another name that staff approve, and another number that they refuse. */
async function decideChanges(call: Call): Promise<void> {
  const asked = await call(resident, 'person.requestChange', { name: '王桂芝', requestId: newRequestId() });
  await call(worker, 'person.listChanges', {});
  await call(resident, 'person.setAlone', { alone: true, requestId: newRequestId() });
  await call(resident, 'person.setRoles', { volunteer: true, requestId: newRequestId() });
  await call(resident, 'person.requestErasure', { reason: '搬走了，不想留名字', requestId: newRequestId() });
  await call(worker, 'person.approveChange', { changeId: asked.changeId, requestId: newRequestId() });
  const again = await call(resident, 'person.requestChange', { phone: '13800003333', requestId: newRequestId() });
  const { changeId } = again;
  await call(worker, 'person.refuseChange', { changeId, reason: '打过去是别人', requestId: newRequestId() });
}
