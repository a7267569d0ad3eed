import type { EndpointName } from '../../miniprogram/contracts/api';
import type { OrderView } from '../../miniprogram/contracts/order';
import { recordNoShow } from '../support/no-show';
import type { Scenario, Steps } from './scenario';

const asked = { category: 'repair', words: '大衣柜要挪个地方', when: 'any' } as const;
const moveOf = ({ orderId, version }: OrderView) => ({ orderId, version });

async function dispatched(steps: Steps, capacity: number): Promise<OrderView> {
  const order = await steps.act('o_resident', 'order.create', { ...asked, fileIds: [] });
  const memberIds = ['p_member', 'p_member2', 'p_captain'];
  return steps.act('o_worker', 'order.dispatch', { ...moveOf(order), memberIds, capacity });
}

async function accepted(steps: Steps): Promise<OrderView> {
  return steps.act('o_member', 'order.accept', moveOf(await dispatched(steps, 1)));
}

/** They come within the hour. */
async function appointed(steps: Steps): Promise<OrderView> {
  const order = await accepted(steps);
  const hours = { from: '2026-11-23T10:45:00+08:00', until: '2026-11-23T12:00:00+08:00' };
  return steps.act('o_member', 'order.appoint', { ...moveOf(order), ...hours });
}

/** Two do it together, and a third was asked. */
async function taken(steps: Steps): Promise<OrderView> {
  const one = await steps.act('o_member', 'order.accept', moveOf(await dispatched(steps, 2)));
  return steps.act('o_member2', 'order.accept', moveOf(one));
}

/** It is said of p_member that they did not come. */
async function missed(steps: Steps): Promise<OrderView> {
  const order = await dispatched(steps, 1);
  await recordNoShow(steps.cloud, order.orderId, 'p_member');
  return order;
}

async function appealed(steps: Steps): Promise<OrderView> {
  return steps.act('o_member', 'order.appealNoShow', { ...moveOf(await missed(steps)), words: '敲了门，没人应' });
}

function move(
  name: EndpointName,
  openid: string,
  before: (steps: Steps) => Promise<OrderView>,
  more: object = {},
): Scenario {
  return { name, openid, prepare: async (steps) => ({ ...moveOf(await before(steps)), ...more }) };
}

/** Who comes when, who waits for a seat, and who is said not to have come. */
export const seatScenarios: readonly Scenario[] = [
  move('order.appoint', 'o_member', accepted, {
    from: '2026-11-28T14:00:00+08:00',
    until: '2026-11-28T16:00:00+08:00',
  }),
  move('order.arrive', 'o_member', appointed),
  move('order.standBy', 'o_captain', taken),
  move('order.appealNoShow', 'o_member', missed, { words: '敲了门，没人应' }),
  move('order.ruleNoShow', 'o_secretary', appealed, { personId: 'p_member', lifted: true, reason: '邻居看见他来过' }),
];
