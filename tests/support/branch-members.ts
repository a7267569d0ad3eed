/** More members of the sample community's branch, each with a login. */
import type { LoginWithInbox } from '../../cloudfunctions/core/access/login';
import type { Person } from '../../cloudfunctions/core/person/person';
import { loadCommunity, sampleLogins } from './community';

type Loading = Parameters<typeof loadCommunity>[0];

/** A source of demo data: the sample community with so many more members, `p_branch000` and on. */
export function branchWith(more: number) {
  const like = sampleLogins().find(({ _id }) => _id === 'o_young')!;
  const ids = Array.from({ length: more }, (_, index) => `p_branch${String(index).padStart(3, '0')}`);
  return {
    load(database: Loading): void {
      loadCommunity(database);
      database.load(
        'people',
        ids.map((_id, index): Person => ({
          _id,
          communityId: 'qinghe',
          name: `党员${index}`,
          phone: `1200000${String(index).padStart(4, '0')}`,
          phoneSource: 'wechat',
          phoneOwner: 'self',
          kinds: ['branchMember'],
          branchId: 'branch:qinghe',
          memberClass: 'senior',
          skills: [],
          free: [],
          atWork: [],
          reachable: true,
        })),
      );
      database.load(
        'logins',
        ids.map((personId, index): LoginWithInbox => ({
          ...like,
          _id: `o_${personId}`,
          personId,
          name: `党员${index}`,
        })),
      );
    },
    personas: () => [],
  };
}
