import type { Enrolment, EnrolmentCounts } from '../../../cloudfunctions/core/enrolment/enrolment';
import { timeKey } from '../../../cloudfunctions/core/platform/ids';
import { placeRef } from '../../../cloudfunctions/core/place/view';
import { placeNamed } from './places';

const askedAt = new Date('2026-11-20T09:00:00+08:00');
const leader = { personId: 'p_leader', name: '郝文斌', hat: 'gridLeader', at: askedAt } as const;
const asked = (personId: string, name: string): Enrolment => ({
  _id: personId,
  communityId: 'qinghe',
  name,
  state: 'asked',
  channel: 'online',
  grid: placeRef(placeNamed('qinghe_g1')),
  askedAt,
  decision: null,
  welcome: {},
  skills: [],
  serving: false,
  listKey: timeKey(askedAt, personId),
  revision: 1,
  requests: [],
});

/** One who is enrolled and has got the letter, and one who waits. */
export const enrolments: readonly Enrolment[] = [
  {
    ...asked('p_member', '张海涛'),
    state: 'enrolled',
    channel: 'group',
    decision: { ...leader, reason: null },
    welcome: { letter: leader },
  },
  asked('p_head', '任福贵'),
];

export const enrolmentCounts: readonly EnrolmentCounts[] = [
  { _id: 'qinghe', channels: { group: { enrolled: 1 }, online: { waiting: 1 } }, grids: { qinghe_g1: 1 } },
];
