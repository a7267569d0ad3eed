import type { OrderActor } from '../../cloudfunctions/core/order/rules/relations';
import type { OrderCommand } from '../../cloudfunctions/core/order/rules/command';
import { decide } from '../../cloudfunctions/core/order/rules/decide';
import { evolve } from '../../cloudfunctions/core/order/rules/evolve';
import { buildOrder } from '../../cloudfunctions/core/order/document/create-order';
import type { Order } from '../../cloudfunctions/core/order/document/order';
import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import { placeRef } from '../../cloudfunctions/core/place/view';
import type { DemoSource } from '@lianxin/local-cloud';
import { communities, loadCommunity, placeNamed, sampleLogins, communityNow } from '../support/community';

/** The small community with many members in it, and orders at a step that the rules themselves brought them to. */
export function communityWithMembers(members: number, orders: readonly Order[]): DemoSource {
  return {
    load(database) {
      loadCommunity(database);
      database.load('logins', memberLogins(members));
      database.load('orders', orders);
    },
    personas: () => [],
  };
}

export const memberId = (index: number) => `p_crowd${index}`;
export const memberOpenid = (index: number) => `o_crowd${index}`;

function memberLogins(count: number): LoginWithInbox[] {
  const like = sampleLogins().find(({ _id }) => _id === 'o_member2')!;
  return Array.from({ length: count }, (_, index) => ({
    ...like,
    _id: memberOpenid(index),
    personId: memberId(index),
    name: `党员${index}`,
    phone: `1100000${String(index).padStart(4, '0')}`,
  }));
}

const path = 'qinghe/qinghe_g1';
const staff: OrderActor = {
  personId: 'p_worker',
  name: '赵慧敏',
  phone: '16400000009',
  openid: 'o_worker',
  hat: 'gridWorker',
  path,
  communityId: 'qinghe',
  courtyardId: null,
  teamId: null,
};
const helper = (index: number): OrderActor => ({
  ...staff,
  personId: memberId(index),
  name: `党员${index}`,
  openid: memberOpenid(index),
  hat: 'member',
  path: 'qinghe',
});

function made(id: string): Order {
  return buildOrder(
    {
      _id: id,
      category: 'repair',
      words: '水龙头关不紧',
      when: 'any',
      private: false,
      place: placeRef(placeNamed('qinghe_g1_h1')),
      requester: {
        personId: 'p_resident',
        name: '李秀兰',
        phone: '16400000001',
        openid: 'o_resident',
        kind: 'alone',
        verified: true,
      },
      source: 'card',
      photos: [],
      finishCode: '4821',
      by: { personId: 'p_resident', name: '李秀兰', hat: 'resident' },
      request: { requestKey: `create-${id}`, inputHash: '' },
    },
    communities[0]!,
    new Date(communityNow.getTime() - 3_600_000),
  );
}

function moved(order: Order, actor: OrderActor, command: OrderCommand): Order {
  const result = decide(order, command, {
    actor,
    at: new Date(communityNow.getTime() - 60_000),
    version: order.version,
    request: null,
  });
  if (!result.ok) throw new Error(result.code);
  return evolve(order, result.data);
}

/** An order in the pool, which any member may claim; `capacity` of them together. */
export function pooled(id: string, capacity = 1): Order {
  return moved(made(id), staff, { action: 'dispatch', members: [], pool: true, note: null, capacity });
}

/** An order that the member with this index has done and the resident has not yet confirmed. */
export function completed(id: string, index: number): Order {
  const { personId, name, phone, openid } = helper(index);
  const offered = moved(made(id), staff, {
    action: 'dispatch',
    members: [{ personId, name, phone, openid, teamId: null }],
    pool: false,
    note: null,
  });
  const accepted = moved(offered, helper(index), { action: 'accept', assignedMember: null });
  return moved(accepted, helper(index), {
    action: 'complete',
    claim: { kind: 'phone', evidence: { kind: 'phone', photos: [], note: '修好了' } },
  });
}
