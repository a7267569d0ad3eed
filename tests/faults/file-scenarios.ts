import { transferred } from './order-scenarios';
import type { Scenario } from './scenario';

/** Writes about cards in bulk, and what is made of them. */
export const fileScenarios: readonly Scenario[] = [
  {
    name: 'file.issueCards',
    openid: 'o_worker',
    prepare: async () => ({ placeId: 'qinghe_g1_s1_l1', kind: 'courtyard', size: 'normal' }),
  },
  {
    name: 'file.printCards',
    openid: 'o_worker',
    prepare: async () => ({ placeId: 'qinghe_g1', cards: 'all', product: 'tokens' }),
  },
  {
    name: 'file.printTransferSheet',
    openid: 'o_worker',
    prepare: async (steps) => ({ orderId: (await transferred(steps)).orderId }),
  },
  {
    name: 'file.getOutput',
    openid: 'o_worker',
    async prepare({ act }) {
      const wanted = { placeId: 'qinghe_g1', cards: 'all', product: 'tokens' } as const;
      return { taskId: (await act('o_worker', 'file.printCards', wanted)).taskId, number: 1 };
    },
  },
];
