import type { EndpointName } from '../../miniprogram/contracts/api';
import { storeAlarm } from '../../cloudfunctions/core/passbook/alarm/alarm-store';
import type { OrderView } from '../../miniprogram/contracts/order';
import { communityScenarios } from './community-scenarios';
import { decidingScenarios } from './deciding-scenarios';
import { fileScenarios } from './file-scenarios';
import { importScenarios } from './import-scenarios';
import { rewardScenarios } from './reward-scenarios';
import type { Scenario, Steps } from './scenario';
import type { ApiCloud } from '../support/api';
import { seatScenarios } from './seat-scenarios';
import { setupScenarios } from './setup-scenarios';
import { stationScenarios } from './station-scenarios';

export type { Scenario, Steps } from './scenario';

export function stepsOf(cloud: ApiCloud): Steps {
  let count = 0;
  return {
    cloud,
    act(openid, name, input) {
      count += 1;
      return cloud.getAs(openid, name, { ...input, requestId: `prepared-${count}` } as never);
    },
  };
}

const asked = { category: 'repair', words: '厨房水管漏水', when: 'any', fileIds: [] } as const;
const create = ({ act }: Steps, openid = 'o_resident') => act(openid, 'order.create', { ...asked, fileIds: [] });
const moveOf = ({ orderId, version }: OrderView) => ({ orderId, version });

async function dispatched(steps: Steps): Promise<OrderView> {
  const order = await create(steps);
  return steps.act('o_worker', 'order.dispatch', { ...moveOf(order), memberIds: ['p_member', 'p_member2'] });
}

async function transferred(steps: Steps): Promise<OrderView> {
  return steps.act('o_worker', 'order.transfer', { ...moveOf(await dispatched(steps)), to: '12345' });
}

async function accepted(steps: Steps): Promise<OrderView> {
  return steps.act('o_member', 'order.accept', moveOf(await dispatched(steps)));
}

async function completed(steps: Steps): Promise<OrderView> {
  const order = moveOf(await accepted(steps));
  return steps.act('o_member', 'order.complete', { ...order, evidence: { kind: 'phone', note: '修好了' } });
}

/** A line of p_member's book. */
async function awarded(steps: Steps): Promise<string> {
  const order = await steps.act('o_resident', 'order.confirm', {
    ...moveOf(await completed(steps)),
    stars: 5,
    tags: [],
  });
  return `order:${order.orderId}:award`;
}

async function contested(steps: Steps): Promise<string> {
  const entryId = await awarded(steps);
  await steps.act('o_member', 'passbook.contest', { entryId, words: '这一单不是我办的' });
  return entryId;
}

async function changing({ act }: Steps): Promise<string> {
  return (await act('o_resident', 'person.requestChange', { name: '李秀岚' })).changeId;
}

async function planned(steps: Steps): Promise<{ activityId: string; version: number }> {
  const startsAt = '2026-11-22T09:00:00+08:00';
  const plan = { title: '主题党日', kind: 'party-day', startsAt, placeName: '活动室' } as const;
  const { activityId, version } = await steps.act('o_secretary', 'activity.create', plan);
  return { activityId, version };
}

function move(
  name: EndpointName,
  openid: string,
  before: (steps: Steps) => Promise<OrderView>,
  more: object = {},
): Scenario {
  return { name, openid, prepare: async (steps) => ({ ...moveOf(await before(steps)), ...more }) };
}

const orderScenarios: readonly Scenario[] = [
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
  {
    name: 'order.revealPhone',
    openid: 'o_worker',
    prepare: async (steps) => ({ orderId: (await accepted(steps)).orderId, party: 'requester' }),
  },
];

/** A finding in somebody's book, as a night stores it. */
async function alarmed({ cloud }: Steps): Promise<object> {
  const { database, clock } = await cloud.services();
  const finding = { communityId: 'qinghe', bookId: 'p_member:service', personId: 'p_member', name: '张海涛' } as const;
  const at = { unit: 'service', why: 'source', day: '2026-11-22' } as const;
  const sequence = cloud.stored('alarms').length + 1;
  const told = { now: clock.now(), personIds: [] };
  const stored = await storeAlarm(database, { ...finding, ...at, sequence }, told);
  return { alarmId: stored?.alarm._id, reason: '和单子对过' };
}

const bookScenarios: readonly Scenario[] = [
  {
    name: 'passbook.contest',
    openid: 'o_member',
    prepare: async (steps) => ({ entryId: await awarded(steps), words: '这一单不是我办的' }),
  },
  {
    name: 'passbook.uphold',
    openid: 'o_secretary',
    prepare: async (steps) => ({ entryId: await contested(steps), reason: '居民点的就是您' }),
  },
  {
    name: 'passbook.proposeReversal',
    openid: 'o_secretary',
    prepare: async (steps) => ({ entryId: await contested(steps), reason: '记错了人，应当冲正' }),
  },
  {
    name: 'passbook.signReversal',
    openid: 'o_committee',
    prepare: async (steps) => {
      const entryId = await contested(steps);
      await steps.act('o_secretary', 'passbook.proposeReversal', { entryId, reason: '记错了人，应当冲正' });
      return { reversalId: `reversal:${entryId}`, agree: true };
    },
  },
  { name: 'passbook.closeAlarm', openid: 'o_inspector', prepare: alarmed },
  {
    name: 'activity.create',
    openid: 'o_secretary',
    prepare: async () => ({
      title: '上党课',
      kind: 'lecture',
      startsAt: '2026-11-22T09:00:00+08:00',
      placeName: '活动室',
    }),
  },
  {
    name: 'activity.mark',
    openid: 'o_secretary',
    prepare: async (steps) => ({ ...(await planned(steps)), marks: [{ personId: 'p_young', state: 'present' }] }),
  },
  { name: 'activity.close', openid: 'o_secretary', prepare: planned },
  {
    name: 'activity.sign',
    openid: 'o_committee',
    prepare: async (steps) => {
      const { activityId, version } = await steps.act('o_secretary', 'activity.close', await planned(steps));
      return { activityId, version, agree: true };
    },
  },
];

const personScenarios: readonly Scenario[] = [
  { name: 'card.issue', openid: 'o_worker', prepare: async () => ({ placeId: 'qinghe_g1_h1', size: 'normal' }) },
  {
    name: 'card.reissue',
    openid: 'o_worker',
    prepare: async () => ({ token: 'Card7Courtyard1East', reason: '雨水泡坏了' }),
  },
  ...fileScenarios,
  {
    name: 'card.issueAtStation',
    openid: 'o_secretary',
    prepare: async () => ({ stationId: 'qinghe_station1', size: 'large' }),
  },
  {
    name: 'card.revoke',
    openid: 'o_worker',
    prepare: async () => ({ token: 'Card7Courtyard1East', reason: '拆了' }),
  },
  {
    name: 'card.handOut',
    openid: 'o_worker',
    prepare: async () => ({ token: 'Card7Courtyard1East', receivedBy: '何秀兰' }),
  },
  {
    name: 'card.checkNumber',
    openid: 'o_worker',
    prepare: async () => ({ placeId: 'qinghe_g1', kind: 'worker', phone: '16400000009' }),
  },
  {
    name: 'card.setPostNumber',
    openid: 'o_secretary',
    prepare: async () => ({ gridId: 'qinghe_g1', phone: '03514000999' }),
  },
  {
    name: 'message.markRead',
    openid: 'o_worker',
    prepare: async (steps) => {
      await create(steps);
      const { messages } = await steps.cloud.getAs('o_worker', 'message.list', {});
      return { messageIds: messages.map(({ messageId }) => messageId) };
    },
  },
  { name: 'message.grant', openid: 'o_worker', prepare: async () => ({ accepted: ['order-news'] }) },
  { name: 'person.saveSettings', openid: 'o_resident', prepare: async () => ({ elder: true }) },
  { name: 'person.switchHat', openid: 'o_worker', prepare: async (steps) => ({ hat: otherHatOf(steps, 'o_worker') }) },
  { name: 'person.requestChange', openid: 'o_resident', prepare: async () => ({ name: '李秀岚' }) },
  { name: 'person.setAlone', openid: 'o_neighbour', prepare: async () => ({ alone: true }) },
  {
    name: 'person.requestErasure',
    openid: 'o_member',
    prepare: async (steps) => {
      await awarded(steps);
      return { reason: '搬走了，不想留名字' };
    },
  },
  {
    name: 'person.approveChange',
    openid: 'o_worker',
    prepare: async (steps) => ({ changeId: await changing(steps) }),
  },
  {
    name: 'person.refuseChange',
    openid: 'o_worker',
    prepare: async (steps) => ({ changeId: await changing(steps), reason: '没问到本人' }),
  },
  {
    name: 'person.register',
    openid: 'o_newcomer',
    prepare: async () => ({ token: 'Card7Courtyard1East', name: '何桂香', phone: '13800000000' }),
  },
];

function otherHatOf({ cloud }: Steps, openid: string): string {
  const { hats } = cloud.storedOne<{ hats: { key: string }[] }>('logins', openid);
  return hats.at(-1)!.key;
}

/** A scenario for each endpoint that writes. */
export const scenarios: readonly Scenario[] = [
  ...orderScenarios,
  ...seatScenarios,
  ...bookScenarios,
  ...personScenarios,
  ...decidingScenarios,
  ...setupScenarios,
  ...stationScenarios,
  ...communityScenarios,
  ...rewardScenarios,
  ...importScenarios,
];
