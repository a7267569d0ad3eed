import { places, type Place } from '../../../cloudfunctions/core/place/place';
import { placeRef } from '../../../cloudfunctions/core/place/view';
import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import { orders, type Order, type OrderState } from '../../../cloudfunctions/core/order/document/order';
import type { Database } from '../../../cloudfunctions/core/platform/database';
import type { Login } from '../../../cloudfunctions/core/access/login';
import type { EndpointName } from '../../../miniprogram/contracts/api';
import type { Reply } from '../../../miniprogram/contracts/error';
import { newRequest, type ApiCloud } from '../../support/api';
import { openidOf, placeNamed } from '../../support/community';

/** How far away a target lies from the places of the small community's hats, nearest first. */
export const distances = ['courtyard', 'lane', 'section', 'grid', 'community', 'elsewhere'] as const;
export type Distance = (typeof distances)[number];
const [lane, section, grid] = ['qinghe_g1_s1_l1', 'qinghe_g1_s1', 'qinghe_g1'].map(placeNamed) as [Place, Place, Place];
const under = (above: Place, kind: Place['kind']): Place => ({
  ...placeNamed('qinghe_g1_c2'),
  _id: `${above._id}_far`,
  parentId: above._id,
  path: `${above.path}/${above._id}_far`,
  kind,
});
const added: readonly Place[] = [under(lane, 'courtyard'), under(section, 'lane'), under(grid, 'section')];
const [inLane, inSection, inGrid] = added as [Place, Place, Place];
export const targets: Readonly<Record<Distance, Place>> = {
  courtyard: placeNamed('qinghe_g1_c1'),
  lane: inLane,
  section: inSection,
  grid: inGrid,
  community: placeNamed('qinghe_g2_c1'),
  elsewhere: placeNamed('liuyuan_c1'),
};

/** What an order has to be for a move to depend on nothing but who makes it. */
type Shape = (order: Order) => Partial<Order>;
const submitted: Shape = () => ({ status: 'submitted' });
const dispatched: Shape = () => ({ status: 'dispatched' });
const outside: Shape = () => ({ status: 'outside', transferredTo: '12345' });
const called: Shape = ({ requester }) => ({
  status: 'completed',
  source: 'phone',
  requester: { ...requester, openid: null },
});
const ratedByCall: Shape = (order) => ({
  ...called(order),
  status: 'closed',
  outcome: 'solved',
  closedAt: order.createdAt,
  rating: { stars: 5, tags: [], words: null, via: 'call' },
});
const agency: Shape = (order) => ({ ...submitted(order), kind: 'agency' });
const accepted: Shape = () => ({ status: 'accepted' });
const questioned: Shape = ({ createdAt, requester }) => ({
  status: 'submitted',
  source: 'phone',
  requester: { ...requester, openid: null },
  question: {
    words: '哪天在家',
    by: { personId: 'p_worker', name: '赵慧敏' },
    at: createdAt,
    until: new Date(createdAt.getTime() + 86_400_000),
    warnedAt: null,
  },
});
const shared: Shape = (order) => ({ ...dispatched(order), pool: true });
const pool: Shape = (order) => ({ ...dispatched(order), kind: 'wish', pool: true });

/** The endpoints that name an order: which orders to try them on, and what else they take. */
export const onOrders: Partial<Record<EndpointName, { readonly shapes: readonly Shape[]; readonly more?: object }>> = {
  'order.get': { shapes: [submitted] },
  'order.suggest': { shapes: [submitted] },
  'order.dispatch': { shapes: [submitted], more: { memberIds: ['p_member2'] } },
  'order.refuse': { shapes: [submitted], more: { reason: 'not-ours' } },
  'order.merge': { shapes: [submitted], more: { intoId: 'reach_other' } },
  'order.reclassify': { shapes: [submitted], more: { category: 'repair', kind: 'service', urgent: true } },
  'order.relocate': { shapes: [submitted], more: { placeId: 'qinghe_g1_c2' } },
  'order.transfer': { shapes: [submitted], more: { to: '12345' } },
  'order.recordAnswer': { shapes: [outside], more: { answer: '阀门换好了' } },
  'order.askRequester': { shapes: [submitted], more: { words: '哪天在家' } },
  'order.answerQuestion': { shapes: [questioned], more: { words: '周六在' } },
  'order.withdrawQuestion': { shapes: [questioned] },
  'order.removeHelper': { shapes: [accepted], more: { personId: 'p_member', reason: '约了几回都没去成' } },
  'order.leavePool': { shapes: [shared] },
  'order.revealPhone': { shapes: [submitted], more: { party: 'requester' } },
  'order.remind': { shapes: [dispatched] },
  'order.tickPaper': { shapes: [called], more: { paper: 0, done: true } },
  'order.recordTold': { shapes: [submitted] },
  'order.join': { shapes: [submitted] },
  'order.accept': { shapes: [agency, pool] },
  'order.decline': { shapes: [dispatched], more: { reason: 'no-time' } },
  'order.release': { shapes: [dispatched], more: { reason: 'unwell' } },
  'order.complete': { shapes: [dispatched], more: { evidence: { kind: 'phone', note: '办好了' } } },
  'order.confirm': { shapes: [called], more: { stars: 4, tags: [] } },
  'order.changeRating': { shapes: [ratedByCall], more: { stars: 3, tags: [] } },
  'order.makePrivate': { shapes: [called] },
  'order.reopen': { shapes: [called], more: { words: '还在漏' } },
  'order.cancel': { shapes: [called], more: { reason: 'solved-myself' } },
};

const unversioned: readonly EndpointName[] = [
  'order.get',
  'order.suggest',
  'order.revealPhone',
  'order.tickPaper',
  'order.recordTold',
];
const unasked: readonly EndpointName[] = ['order.get', 'order.suggest'];

/** An input that is turned away for its version where the hat reaches the order, so that nothing moves. */
export function probeOf(name: EndpointName, orderId: string, more?: object): object {
  return {
    orderId,
    ...onOrders[name]?.more,
    ...more,
    ...(!unversioned.includes(name) && { version: 77 }),
    ...(!unasked.includes(name) && { requestId: newRequest() }),
  };
}

const turnedAway = new Set([
  'NOT_SIGNED_IN',
  'FORBIDDEN',
  'NOT_FOUND',
  'NOT_OFFERED',
  'OWN_ORDER',
  'REQUESTER_CONFIRMS',
  'UNINVOLVED_NEEDED',
]);

/** Whether an answer, or a refusal for another cause than who asks, says that the hat reaches the target. */
export function isReached(reply: Reply<unknown>): boolean {
  return reply.ok || !turnedAway.has(reply.code);
}

/** An order of somebody who is nobody's neighbour, at a place. */
function orderAt(template: Order, place: Place, _id: string): Order {
  const requester = { ...template.requester, personId: 'p_elsewhere', openid: openidOf('p_elsewhere') };
  return {
    ...template,
    _id,
    number: _id,
    numberKey: _id,
    communityId: place.communityId,
    place: placeRef(place),
    requester,
    assignee: null,
    offers: [],
    joined: [],
    handlerIds: [],
    private: false,
    pool: false,
    trail: [],
    repeatRequests: [],
    cases: [],
    redactions: [],
    slots: [],
    outcome: null,
    version: 3,
  };
}

async function storeOrder(database: Database, order: OrderState): Promise<void> {
  if (!(await database.insert(orders, withIndexFields(order)))) throw new Error(`${order._id} is there already`);
}

/** Orders at every distance, in every shape that an endpoint needs; everybody lives in one courtyard. */
export async function placeTargets(cloud: ApiCloud, orderId: string): Promise<void> {
  const { database } = await cloud.services();
  for (const place of added) await database.insert(places, place);
  const home = placeRef(placeNamed('qinghe_g1_c1'));
  for (const login of cloud.stored<Login>('logins'))
    if (login.communityId === 'qinghe') await cloud.change('logins', login._id, { home, phoneVerified: true });
  const template = cloud.storedOne<Order>('orders', orderId);
  for (const [name, { shapes }] of Object.entries(onOrders))
    for (const [distance, place] of Object.entries(targets))
      for (const [index, shape] of shapes.entries()) {
        const plain = orderAt(template, place, orderIdOf(name, distance, index));
        await storeOrder(database, { ...plain, ...shape(plain) });
      }
}

const asked: readonly EndpointName[] = ['order.accept', 'order.decline', 'order.suggest'];
const doing: readonly EndpointName[] = [
  'order.release',
  'order.complete',
  'order.askRequester',
  'order.withdrawQuestion',
];

/** An order which is the person's own in this endpoint: asked by them, offered to them, or done by them. */
export async function placeOwn(cloud: ApiCloud, name: EndpointName, personId: string): Promise<string> {
  const { database } = await cloud.services();
  const _id = orderIdOf(name, personId, 0);
  const template = cloud.storedOne<Order>('orders', orderIdOf('order.get', 'community', 0));
  const party = { personId, name: '本人', phone: '16400000000', openid: openidOf(personId) };
  const plain = orderAt(template, targets.community, _id);
  const isHelper = asked.includes(name) || doing.includes(name);
  const offer = { ...party, at: plain.createdAt, state: 'open' as const, reason: null };
  const member = { ...party, personId: 'p_member2', openid: 'o_member2' };
  const own: Partial<Order> = asked.includes(name)
    ? { status: 'dispatched', offers: [offer] }
    : { status: name === 'order.confirm' ? 'completed' : 'accepted', assignee: isHelper ? party : member };
  const requester = isHelper ? plain.requester : { ...plain.requester, ...party };
  await storeOrder(database, { ...plain, ...own, requester });
  return _id;
}

export const orderIdOf = (name: string, whose: string, index: number): string =>
  `reach_${name.replace('.', '_')}_${whose}_${index}`;
