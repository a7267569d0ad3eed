import type { Community } from '../../../cloudfunctions/core/place/community';
import { somebodies } from './people';

const hours = { days: [1, 2, 3, 4, 5], fromMinute: 8 * 60 + 30, toMinute: 18 * 60, text: '周一至周五 8:30-18:00' };
const policy: Community['policy'] = {
  order: {
    dispatchWithinHours: 24,
    acceptWithinHours: 72,
    completeWithinDays: 14,
    callWithinHours: 48,
    warnAt: 2 / 3,
    escalateAfterHours: [0, 4, 8],
    returnsBeforeRuling: 2,
    silenceDays: 7,
    emergency: { dispatchWithinHours: 1, acceptWithinHours: 2, completeWithinDays: 3, escalateAfterHours: [0, 0.5, 1] },
    award: { ruleId: 'service-order', version: 1, points: 5 },
    // High enough that only the tests of caps reach them.
    pairCaps: { confirmed: 90, called: 90 },
  },
  recognition: {
    shown: ['ranking', 'thanks', 'star'],
    month: { meetings: 1, services: 0 },
    year: { meetings: 8, services: 6 },
    finalists: 5,
    voteDays: 7,
  },
  reward: {
    heads: {
      errand: { ruleId: 'errand-vouched', version: 1, points: 5 },
      tenant: { ruleId: 'tenant-registered', version: 1, points: 2 },
      visit: { ruleId: 'visit-made', version: 1, points: 1 },
    },
    pairCap: 90,
    pickUpDays: 7,
    answerHours: 24,
  },
  activity: {
    pairCap: 90,
    attendance: [
      { memberClass: 'committee', ruleId: 'meeting', version: 1, present: 3, absent: -4, organised: 2, guided: 2 },
      { memberClass: 'young', ruleId: 'meeting', version: 1, present: 3, absent: -3, organised: 2, guided: 2 },
      { memberClass: 'senior', ruleId: 'meeting', version: 1, present: 3, absent: -1, organised: 2, guided: 2 },
      { memberClass: 'special', ruleId: 'meeting', version: 1, present: 3, absent: 0, organised: 2, guided: 2 },
    ],
  },
};

function holderOf(personId: string) {
  const one = somebodies.find(({ id }) => id === personId)!;
  return { personId, name: one.name, phone: one.phone };
}

function community(id: string, name: string, grids: Community['grids'], secretary: string): Community {
  return {
    _id: id,
    name,
    street: '迎新街道',
    branchName: `${name}党支部`,
    office: { phone: '0351-0000001', address: '迎新街 1 号', hours },
    duty: { name: '值班室', phone: '0351-0000002' },
    services: ['水电小修', '陪诊取药', '开证明'],
    grids,
    secretary: holderOf(secretary),
    policy,
  };
}

export const communities: readonly Community[] = [
  community(
    'qinghe',
    '清河社区',
    [
      {
        gridId: 'qinghe_g1',
        name: '红色网格',
        path: 'qinghe/qinghe_g1',
        colour: 'red',
        worker: holderOf('p_worker'),
        leader: holderOf('p_leader'),
      },
      {
        gridId: 'qinghe_g2',
        name: '蓝色网格',
        path: 'qinghe/qinghe_g2',
        colour: 'blue',
        worker: holderOf('p_worker2'),
      },
    ],
    'p_secretary',
  ),
  community(
    'liuyuan',
    '柳园社区',
    [{ gridId: 'liuyuan_g1', name: '第一网格', path: 'liuyuan/liuyuan_g1', worker: holderOf('p_strangerWorker') }],
    'p_strangerSecretary',
  ),
];
