import { couriersBranch, waitingTransfer } from '../support/community';
import type { Scenario } from './scenario';

const of = (name: Scenario['name'], openid: string, input: object): Scenario => ({
  name,
  openid,
  prepare: async () => input,
});

/** Writes about where things are, and who belongs to whom. */
export const placeScenarios: readonly Scenario[] = [
  of('place.create', 'o_secretary', { kind: 'grid', name: '绿色网格', colour: 'green' }),
  // The copies of a grid's name take several runs of the timer; those of a courtyard's take one.
  of('place.save', 'o_secretary', { placeId: 'qinghe_g1_c2', version: 0, name: '10 号院' }),
  of('post.assign', 'o_secretary', { placeId: 'qinghe_g1', hat: 'gridWorker', personId: 'p_neighbour' }),
  of('employer.grantHat', 'o_administrator', { employerId: 'qinghe_power', personId: 'p_member' }),
  of('employer.revokeHat', 'o_administrator', { employerId: 'qinghe_school', personId: 'p_employer' }),
  of('branch.create', 'o_administrator', { name: '楼宇党支部', kind: 'building' }),
  {
    name: 'branch.setPost',
    openid: 'o_administrator',
    async prepare({ cloud }) {
      await cloud.change('people', 'p_special', { branchId: couriersBranch._id });
      return { branchId: couriersBranch._id, personId: 'p_special', hat: 'secretary', holds: true };
    },
  },
  of('branch.savePolicy', 'o_secretary', { signInByCode: true }),
  of('branch.setMember', 'o_secretary', { personId: 'p_special', memberClass: 'senior', reason: '能走动了' }),
  of('branch.proposeTransfer', 'o_secretary', {
    ...{ personId: 'p_special', toBranchId: couriersBranch._id, reason: '换到快递公司上班了' },
  }),
  {
    name: 'branch.decideTransfer',
    openid: 'o_secretary',
    async prepare({ cloud }) {
      await cloud.change('people', 'p_special', { branchId: couriersBranch._id });
      cloud.database.load('transfers', [waitingTransfer]);
      return { transferId: waitingTransfer._id, agree: true };
    },
  },
  of('mentor.assign', 'o_secretary', { mentorId: 'p_group', apprenticeId: 'p_young' }),
  {
    name: 'mentor.release',
    openid: 'o_secretary',
    async prepare({ act }) {
      await act('o_secretary', 'mentor.assign', { mentorId: 'p_group', apprenticeId: 'p_young' });
      return { apprenticeId: 'p_young' };
    },
  },
  of('person.settle', 'o_secretary', { personId: 'p_captain', placeId: 'qinghe_g1_c2' }),
  of('person.leave', 'o_secretary', { personId: 'p_captain' }),
  of('place.move', 'o_administrator', { placeId: 'qinghe_g1_c2', version: 0, parentId: 'qinghe_g2' }),
  {
    name: 'place.close',
    openid: 'o_committee',
    async prepare({ act }) {
      const lane = { kind: 'lane', parentId: 'qinghe_g2', name: '新巷' } as const;
      const { placeId, version } = await act('o_secretary', 'place.create', lane);
      return { placeId, version };
    },
  },
];
