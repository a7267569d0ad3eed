import type { StarMonth } from '../../../cloudfunctions/core/recognition/star/star';

/** A month of the small community in which residents choose between two members. */
export function votingStar(month: string, votingUntil: string): StarMonth {
  return {
    ...{ _id: `qinghe:${month}`, communityId: 'qinghe', month, state: 'voting', salt: 'a-salt-of-the-tests' },
    ...{ finalistsWanted: 5, votingUntil: new Date(votingUntil) },
    finalists: [
      { personId: 'p_member', name: '张海涛', key: 'key-of-one', households: 2 },
      { personId: 'p_member2', name: '武建平', key: 'key-of-two', households: 1 },
    ],
    personIds: ['p_member', 'p_member2'],
    ...{ votes: {}, winnerKeys: [], decided: null, requests: [] },
  };
}
