import { storeAlarm } from '../../cloudfunctions/core/passbook/alarm/alarm-store';
import { communityScenarios } from './community-scenarios';
import { decidingScenarios } from './deciding-scenarios';
import { fileScenarios } from './file-scenarios';
import { importScenarios } from './import-scenarios';
import { confirmed, create, orderScenarios } from './order-scenarios';
import { moderationScenarios } from './moderation-scenarios';
import { recognitionScenarios } from './recognition-scenarios';
import { rewardScenarios } from './reward-scenarios';
import type { Scenario, Steps } from './scenario';
import type { ApiCloud } from '../support/api';
import { reviewScenarios } from './review-scenarios';
import { seatScenarios } from './seat-scenarios';
import { signInScenarios } from './sign-in-scenarios';
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

/** A line of p_member's book. */
async function awarded(steps: Steps): Promise<string> {
  return `order:${(await confirmed(steps)).orderId}:award`;
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

/** A meeting whose roll was called: one came. */
async function called(steps: Steps): Promise<{ activityId: string; version: number }> {
  const { activityId, version } = await planned(steps);
  await steps.act('o_secretary', 'activity.mark', { activityId, marks: [{ personId: 'p_young', state: 'present' }] });
  return { activityId, version };
}

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

const byHand = {
  kind: 'grant',
  personId: 'p_young',
  unit: 'organization',
  points: 5,
  reason: '抗洪那几天守了三夜大坝',
} as const;

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
  { name: 'passbook.proposeGrant', openid: 'o_secretary', prepare: async () => byHand },
  {
    name: 'passbook.signGrant',
    openid: 'o_committee',
    prepare: async (steps) => {
      const { grantId } = await steps.act('o_secretary', 'passbook.proposeGrant', byHand);
      return { grantId, agree: true };
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
    prepare: async (steps) => ({
      activityId: (await planned(steps)).activityId,
      marks: [
        { personId: 'p_young', was: 'expected', state: 'present' },
        { personId: 'p_senior', was: 'expected', state: 'excused', reason: '在医院陪床' },
      ],
    }),
  },
  {
    name: 'activity.askLeave',
    openid: 'o_young',
    prepare: async (steps) => ({ activityId: (await planned(steps)).activityId, reason: '在医院陪床' }),
  },
  {
    name: 'activity.decideLeave',
    openid: 'o_committee',
    prepare: async (steps) => {
      const { activityId } = await planned(steps);
      await steps.act('o_young', 'activity.askLeave', { activityId, reason: '在医院陪床' });
      return { activityId, personId: 'p_young', agree: true };
    },
  },
  {
    name: 'activity.move',
    openid: 'o_secretary',
    prepare: async (steps) => ({ ...(await planned(steps)), startsAt: '2026-12-05T09:00:00+08:00' }),
  },
  {
    name: 'activity.callOff',
    openid: 'o_secretary',
    prepare: async (steps) => ({ ...(await planned(steps)), reason: '下大雪，来不了' }),
  },
  ...signInScenarios,
  { name: 'activity.close', openid: 'o_secretary', prepare: called },
  {
    name: 'activity.sign',
    openid: 'o_committee',
    prepare: async (steps) => {
      const { activityId, version } = await steps.act('o_secretary', 'activity.close', await called(steps));
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
  ...moderationScenarios,
  ...seatScenarios,
  ...bookScenarios,
  ...personScenarios,
  ...decidingScenarios,
  ...reviewScenarios,
  ...recognitionScenarios,
  ...setupScenarios,
  ...stationScenarios,
  ...communityScenarios,
  ...rewardScenarios,
  ...importScenarios,
];
