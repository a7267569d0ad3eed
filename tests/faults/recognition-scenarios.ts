import { votingStar } from '../support/community/stars';
import { confirmed } from './order-scenarios';
import type { Scenario, Steps } from './scenario';

/** October is frozen, so that a list follows from it. */
async function frozenOctober({ act, cloud }: Steps): Promise<string> {
  await act('o_secretary', 'review.confirm', { month: '2026-10', version: 3 });
  const { commendation } = await cloud.getAs('o_secretary', 'recognition.getCommendation', { period: '2026-10' });
  return commendation?.digest ?? '';
}

/** Writes about who did well. */
export const recognitionScenarios: readonly Scenario[] = [
  {
    name: 'recognition.approveCommendation',
    openid: 'o_secretary',
    async prepare(steps) {
      const digest = await frozenOctober(steps);
      return { period: '2026-10', digest, leftOut: ['p_young'], reason: '本人不愿意列' };
    },
  },
  {
    name: 'recognition.thank',
    openid: 'o_resident',
    prepare: async (steps) => ({ orderId: (await confirmed(steps)).orderId, words: '灯亮了，谢谢' }),
  },
  {
    name: 'recognition.decideThanks',
    openid: 'o_committee',
    async prepare(steps) {
      const { orderId } = await confirmed(steps);
      await steps.act('o_resident', 'recognition.thank', { orderId, words: '灯亮了，谢谢张海涛' });
      return { orderId, show: true, words: '灯亮了，谢谢' };
    },
  },
  {
    name: 'recognition.vote',
    openid: 'o_resident',
    async prepare(steps) {
      await confirmed(steps);
      steps.cloud.database.load('starMonths', [votingStar('2026-11', '2026-12-08T00:00:00+08:00')]);
      return { month: '2026-11', personId: 'p_member' };
    },
  },
  {
    name: 'recognition.decideStar',
    openid: 'o_secretary',
    async prepare({ cloud }) {
      cloud.database.load('starMonths', [votingStar('2026-10', '2026-11-08T00:00:00+08:00')]);
      return { month: '2026-10' };
    },
  },
  {
    name: 'recognition.saveChoice',
    openid: 'o_young',
    prepare: async () => ({ part: 'ranking', hidden: true }),
  },
];
