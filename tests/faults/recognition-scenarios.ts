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
    name: 'recognition.saveChoice',
    openid: 'o_young',
    prepare: async () => ({ part: 'ranking', hidden: true }),
  },
];
