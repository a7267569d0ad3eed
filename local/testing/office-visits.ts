import type { Row } from './visit';

const householdAddress = (placeId: string): string => `/packages/household/household/household?placeId=${placeId}`;

/** Pages by which an office sets a community up and keeps its places, posts and members. */
export const officeRows: readonly Row[] = [
  ['places', 'secretary-qin', '/packages/community/places/places', '蓝色网格', 'place.listChildren'],
  ['place-under', 'secretary-bai', '/packages/community/places/places?placeId=housuoying_g3', '改名', 'place.get'],
  ['posts', 'secretary-bai', '/packages/community/posts/posts?placeId=housuoying_g3', '网格员', 'post.list'],
  ['health', 'secretary-bai', '/packages/community/health/health', '空着的职务', 'finding.getCounts'],
  ['findings', 'secretary-bai', '/packages/community/findings/findings?kind=vacancy', '都齐了', 'finding.list'],
  ['enrolment', 'resident-luo', '/packages/enrolment/own/own', '一人只在一个网格', 'enrolment.get'],
  ['enrolment-own', 'member-sun', '/packages/enrolment/own/own', '六个一', 'enrolment.get'],
  ['enrolments', 'worker-zhao', '/packages/enrolment/members/members', '组团报到', 'enrolment.list'],
  [
    'enrolled-member',
    'secretary-qin',
    ({ member }) => `/packages/enrolment/member/member?personId=${member}`,
    '六个一',
    'enrolment.get',
  ],
  ['presence', 'member-sun', '/packages/enrolment/presence/presence', '服务在网格', 'enrolment.getPresence'],
  [
    'presence-member',
    'secretary-qin',
    ({ member }) => `/packages/enrolment/presence/presence?personId=${member}`,
    '学习在网格',
    'enrolment.getPresence',
  ],
  ['enrol-group', 'leader-song', '/packages/enrolment/group/group', '报哪几位', 'enrolment.getFunnel'],
  ['centres', 'secretary-qin', '/packages/enrolment/centres/centres', '户', 'enrolment.listCentres'],
  ['member-hours', 'member-sun', '/packages/enrolment/hours/hours', '上班的时间', 'enrolment.get'],
  ['enrolment-funnel', 'secretary-qin', '/packages/enrolment/funnel/funnel', '各网格报到的人', 'enrolment.getFunnel'],
  ['home-lane', 'lane-lu', '/pages/home/home', '您包联的户', 'home.get'],
  ['home-head', 'head-shi', '/pages/home/home', '搬来、搬走', 'home.get'],
  ['households', 'lane-lu', '/packages/household/households/households', '记走访', 'visit.listHouseholds'],
  ['household', 'head-shi', ({ household }) => householdAddress(household), '登记谁搬来了', 'visit.getHousehold'],
  [
    'move',
    'head-shi',
    ({ household }) => `/packages/household/move/move?placeId=${household}`,
    '网格员看过才算',
    'visit.getHousehold',
  ],
  ['moves', 'worker-jia', '/packages/household/moves/moves', '尹小川', 'residence.list'],
  ['moves-head', 'head-shi', '/packages/household/moves/moves', '尹小川', 'residence.list'],
  ['visits', 'tenant-cao', '/packages/household/visits/visits', '史满堂', 'visit.listToConfirm'],
  ['setup-claim', 'visitor', '/packages/setup/claim/claim', '开通码'],
  ['setup-progress', 'admin-fan', '/packages/setup/progress/progress', '做到哪儿都能停', 'setup.getProgress'],
  ['setup-office', 'admin-fan', '/packages/setup/office/office', '哪几天上班', 'setup.getProgress'],
];
