import type { EndpointName } from '../../miniprogram/contracts/api';
import type { OrderView } from '../../miniprogram/contracts/order';
import type { Scenario, Steps } from './scenario';

const asked = { category: 'repair', words: '厨房水管漏水', when: 'any', fileIds: [] } as const;
export const create = ({ act }: Steps, openid = 'o_resident') => act(openid, 'order.create', { ...asked, fileIds: [] });
const moveOf = ({ orderId, version }: OrderView) => ({ orderId, version });

async function dispatched(steps: Steps): Promise<OrderView> {
  const order = await create(steps);
  return steps.act('o_worker', 'order.dispatch', { ...moveOf(order), memberIds: ['p_member', 'p_member2'] });
}

export async function transferred(steps: Steps): Promise<OrderView> {
  return steps.act('o_worker', 'order.transfer', { ...moveOf(await dispatched(steps)), to: '12345' });
}

async function accepted(steps: Steps): Promise<OrderView> {
  return steps.act('o_member', 'order.accept', moveOf(await dispatched(steps)));
}

async function questioned(steps: Steps): Promise<OrderView> {
  return steps.act('o_member', 'order.askRequester', { ...moveOf(await accepted(steps)), words: '哪天在家' });
}

async function pooled(steps: Steps): Promise<OrderView> {
  return steps.act('o_worker', 'order.dispatch', { ...moveOf(await create(steps)), memberIds: [], pool: true });
}

async function completed(steps: Steps): Promise<OrderView> {
  const order = moveOf(await accepted(steps));
  return steps.act('o_member', 'order.complete', { ...order, evidence: { kind: 'phone', note: '修好了' } });
}

export async function confirmed(steps: Steps): Promise<OrderView> {
  return steps.act('o_resident', 'order.confirm', { ...moveOf(await completed(steps)), stars: 5, tags: [] });
}

async function joined(steps: Steps): Promise<OrderView> {
  const order = await dispatched(steps);
  await steps.act('o_neighbour', 'order.join', moveOf(order));
  return order;
}

function move(
  name: EndpointName,
  openid: string,
  before: (steps: Steps) => Promise<OrderView>,
  more: object = {},
): Scenario {
  return { name, openid, prepare: async (steps) => ({ ...moveOf(await before(steps)), ...more }) };
}

/** Writing endpoints of orders. */
export const orderScenarios: readonly Scenario[] = [
  { name: 'order.create', openid: 'o_resident', prepare: async () => asked },
  {
    name: 'order.intake',
    openid: 'o_worker',
    prepare: async () => ({
      category: 'errand',
      words: '取一下药',
      when: 'any',
      name: '王奶奶',
      phone: '03514001234',
      placeId: 'qinghe_g1_h1',
    }),
  },
  move('order.join', 'o_neighbour', create),
  move('order.dispatch', 'o_worker', create, { memberIds: ['p_member', 'p_member2'] }),
  move('order.accept', 'o_member', dispatched),
  move('order.decline', 'o_member', dispatched, { reason: 'no-time' }),
  move('order.release', 'o_member', accepted, { reason: 'unwell' }),
  move('order.complete', 'o_member', accepted, { evidence: { kind: 'phone', note: '修好了' } }),
  move('order.confirm', 'o_resident', completed, { stars: 5, tags: ['patient'] }),
  move('order.changeRating', 'o_resident', confirmed, { stars: 3, tags: [] }),
  move('order.makePrivate', 'o_resident', joined),
  move('order.reopen', 'o_resident', completed, { words: '还在漏' }),
  move('order.cancel', 'o_resident', accepted, { reason: 'solved-myself' }),
  move('order.refuse', 'o_worker', create, { reason: 'not-ours' }),
  {
    name: 'order.merge',
    openid: 'o_worker',
    prepare: async (steps) => {
      const into = await create(steps, 'o_neighbour');
      return { ...moveOf(await create(steps)), intoId: into.orderId };
    },
  },
  move('order.reclassify', 'o_worker', create, { category: 'escort', kind: 'service', urgent: true }),
  move('order.relocate', 'o_worker', create, { placeId: 'qinghe_g1_c2' }),
  move('order.transfer', 'o_worker', create, { to: '12345' }),
  move('order.recordAnswer', 'o_worker', transferred, { answer: '阀门换好了' }),
  move('order.recordCall', 'o_worker', create, { result: 'reached' }),
  move('order.remind', 'o_resident', accepted),
  move('order.askRequester', 'o_member', accepted, { words: '哪天在家' }),
  move('order.answerQuestion', 'o_resident', questioned, { words: '周六在' }),
  move('order.withdrawQuestion', 'o_member', questioned),
  move('order.removeHelper', 'o_worker', accepted, { personId: 'p_member', reason: '约了几回都没去成' }),
  move('order.leavePool', 'o_worker', pooled),
  {
    name: 'order.tickPaper',
    openid: 'o_resident',
    prepare: async (steps) => {
      const papers = { category: 'schooling', words: '孩子上一年级', when: 'any' } as const;
      return {
        orderId: (await steps.act('o_resident', 'order.create', { ...papers, fileIds: [] })).orderId,
        paper: 1,
        done: true,
      };
    },
  },
  {
    name: 'order.recordTold',
    openid: 'o_worker',
    prepare: async (steps) => {
      const call = {
        category: 'errand',
        words: '取一下报纸',
        when: 'any',
        name: '王奶奶',
        phone: '03514001235',
      } as const;
      const order = await steps.act('o_worker', 'order.intake', { ...call, placeId: 'qinghe_g1_h1' });
      await steps.act('o_worker', 'order.dispatch', { ...moveOf(order), memberIds: ['p_member'] });
      return { orderId: order.orderId };
    },
  },
  {
    name: 'order.revealPhone',
    openid: 'o_worker',
    prepare: async (steps) => ({ orderId: (await accepted(steps)).orderId, party: 'requester' }),
  },
];
