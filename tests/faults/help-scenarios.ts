import type { Scenario } from './scenario';

const personId = 'p_special';
const about = { personId, kind: 'hardship', words: '冬天取暖有困难', helperId: 'p_committee' } as const;
const opened = async ({ act }: Parameters<Scenario['prepare']>[0]): Promise<object> => {
  const { caseId } = await act('o_secretary', 'help.openCase', about);
  return { caseId, version: 0, words: '去看过了' };
};

/** Writes about what a branch does for its members. */
export const helpScenarios: readonly Scenario[] = [
  {
    name: 'help.assignVisitor',
    openid: 'o_secretary',
    prepare: async () => ({ personId, visitorId: 'p_committee' }),
  },
  {
    name: 'help.recordVisit',
    openid: 'o_committee',
    async prepare({ act }) {
      await act('o_secretary', 'help.assignVisitor', { personId, visitorId: 'p_committee' });
      return { personId, day: '2026-11-20', policy: '讲了医保', needs: '没有难处' };
    },
  },
  { name: 'help.openCase', openid: 'o_secretary', prepare: async () => about },
  { name: 'help.addNote', openid: 'o_committee', prepare: opened },
  { name: 'help.closeCase', openid: 'o_secretary', prepare: opened },
];
