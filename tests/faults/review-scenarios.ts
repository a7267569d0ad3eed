import type { Scenario } from './scenario';

const month = '2026-10';

/** Writes about the months of a branch. */
export const reviewScenarios: readonly Scenario[] = [
  {
    name: 'review.remark',
    openid: 'o_secretary',
    prepare: async () => ({ month, personId: 'p_young', words: '带头值夜' }),
  },
  { name: 'review.share', openid: 'o_senior', prepare: async () => ({ agreed: false }) },
  {
    name: 'review.sendNote',
    openid: 'o_employer',
    prepare: async () => ({ personId: 'p_senior', words: '周末常来' }),
  },
  { name: 'review.confirm', openid: 'o_secretary', prepare: async () => ({ month, version: 3 }) },
];
