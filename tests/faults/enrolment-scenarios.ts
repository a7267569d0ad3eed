import type { Scenario } from './scenario';

const of = (name: Scenario['name'], openid: string, input: object): Scenario => ({
  name,
  openid,
  prepare: async () => input,
});

/** Writes about members who enrol. */
export const enrolmentScenarios: readonly Scenario[] = [
  of('enrolment.request', 'o_resident', { gridId: 'qinghe_g1' }),
  of('enrolment.decide', 'o_leader', { personId: 'p_head', agree: true }),
  of('enrolment.addGroup', 'o_group', {
    channel: 'group',
    gridId: 'qinghe_g1',
    members: [
      { name: '武建平', phone: '16400000005' },
      { name: '尹向东', phone: '16400000061' },
    ],
  }),
  of('enrolment.setCentre', 'o_member', { agree: true }),
  of('enrolment.setHours', 'o_member', { work: [], free: [{ days: [6], fromMinute: 540, toMinute: 720 }] }),
  of('enrolment.tick', 'o_member', { item: 'duty', done: true, skills: ['device'] }),
];
