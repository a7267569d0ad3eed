import { waitingMove, waitingVisit } from '../support/community';
import type { Scenario } from './scenario';

const of = (name: Scenario['name'], openid: string, input: object): Scenario => ({
  name,
  openid,
  prepare: async () => input,
});
const placeId = 'qinghe_g1_h2';

/** Writes about visits to households, and about who moves in and out, and calls for help. */
export const visitScenarios: readonly Scenario[] = [
  of('visit.plan', 'o_lane', { placeId, day: '2026-11-28' }),
  of('visit.record', 'o_lane', { placeId, day: '2026-11-23', outcome: 'help', note: '门锁不好开' }),
  of('visit.recordAlone', 'o_worker', { placeId, personId: 'p_neighbour', alone: true }),
  of('visit.revealPhone', 'o_lane', { placeId, personId: 'p_neighbour' }),
  of('visit.confirm', 'o_worker', { visitId: waitingVisit._id, agree: true }),
  of('residence.registerIn', 'o_head', {
    placeId,
    name: '常月',
    phone: '16400000081',
    tenure: 'tenant',
    day: '2026-11-20',
  }),
  of('residence.registerOut', 'o_head', { placeId, personId: 'p_neighbour', day: '2026-11-20' }),
  of('residence.withdraw', 'o_head', { moveId: waitingMove._id }),
  of('residence.decide', 'o_worker', { moveId: waitingMove._id, agree: true }),
  of('alert.raise', 'o_resident', { need: 'illness' }),
  {
    name: 'privacy.blackOut',
    openid: 'o_resident',
    prepare: async ({ act }) => {
      const { complaintId } = await act('o_resident', 'complaint.make', { about: 'staff', words: '打电话没人接' });
      return { source: 'complaint', id: complaintId };
    },
  },
  of('complaint.make', 'o_resident', { about: 'staff', words: '打电话没人接' }),
  {
    name: 'complaint.answer',
    openid: 'o_secretary',
    prepare: async ({ act }) => {
      const { complaintId } = await act('o_resident', 'complaint.make', { about: 'staff', words: '打电话没人接' });
      return { complaintId, words: '问过了，以后有人接' };
    },
  },
  {
    name: 'alert.settle',
    openid: 'o_worker',
    prepare: async ({ act }) => ({
      alertId: (await act('o_resident', 'alert.raise', { need: 'urgent' })).alertId,
      outcome: 'reached',
    }),
  },
];
