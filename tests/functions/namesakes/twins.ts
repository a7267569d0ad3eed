import type { Alarm } from '../../../cloudfunctions/core/passbook/alarm/alarm';
import type { Attendance } from '../../../cloudfunctions/core/activity/attendance';
import type { Commendation } from '../../../cloudfunctions/core/recognition/commendation/commendation';
import type { Enrolment } from '../../../cloudfunctions/core/enrolment/enrolment';
import type { Exchange } from '../../../cloudfunctions/core/review/exchange/exchange';
import type { Grant } from '../../../cloudfunctions/core/passbook/grants/grant';
import type { HelpCase } from '../../../cloudfunctions/core/help/help-case';
import type { Person } from '../../../cloudfunctions/core/person/person';
import type { Reversal } from '../../../cloudfunctions/core/passbook/disputes/reversal';
import type { ReviewRow } from '../../../cloudfunctions/core/review/review';
import type { SiteLink } from '../../../cloudfunctions/core/site/site';
import type { Transfer } from '../../../cloudfunctions/core/branch/transfer';
import { noSums } from '../../../cloudfunctions/core/review/rules/sums';
import { placeRef } from '../../../cloudfunctions/core/place/view';
import { defaultVisitPolicy } from '../../../cloudfunctions/core/visit/policy';
import { planOf } from '../../../cloudfunctions/core/visit/rules/plan';
import { couriersBranch, placeNamed } from '../../support/community';

/** Two people of one name, and each list's documents of both. */
export const twinName = '孙立群';
export const twinIds = ['p_twin1', 'p_twin2'] as const;
const branchId = 'branch:qinghe';
const at = new Date('2026-11-20T02:00:00Z');
const of = { communityId: 'qinghe', branchId } as const;
const by = { personId: 'p_secretary', name: '王建国', at } as const;
const both = <T>(make: (personId: (typeof twinIds)[number], index: number) => T): readonly T[] => twinIds.map(make);
const listKey = (personId: string) => `2026-11-20T02:00:00.000Z:${personId}`;

export const people = both((_id, index): Person => ({
  ...{ _id, communityId: 'qinghe', name: twinName, phone: `1640000550${index + 1}`, phoneSource: 'wechat' },
  ...{ phoneOwner: 'self', kinds: ['resident', 'branchMember'], memberClass: 'young', branchId },
  home: placeRef(placeNamed('qinghe_g1_h1')),
  serves: placeRef(placeNamed(`qinghe_g${index + 1}`)),
  ...{ employerId: 'qinghe_school', skills: ['repair'], free: ['saturday'], atWork: [], reachable: true },
}));

export const visitPlans = [
  planOf({
    place: placeNamed('qinghe_g1_h1'),
    ...{ people, chiefs: [], policy: defaultVisitPolicy, today: '2026-11-01' },
  }),
];

export const attendances = both((personId): Attendance => ({
  ...{ _id: `a_elsewhere:${personId}`, communityId: 'qinghe', activityId: 'a_elsewhere', startKey: 'x', order: 1_000 },
  ...{ personId, name: twinName, memberClass: 'young', role: null, state: 'present', call: 1, mark: null },
  apart: { phoneEnd: personId === 'p_twin1' ? '5501' : '5502', gridName: personId },
  walkIn: { branchId, branchName: '清河社区党支部', state: 'asked', decided: null },
}));

export const transfers = both((personId): Transfer => ({
  ...{ _id: `t_${personId}`, communityId: 'qinghe', personId, name: twinName, reason: '搬家了', open: true },
  from: { branchId: couriersBranch._id, name: couriersBranch.name },
  to: { branchId, name: '清河社区党支部' },
  ...{ proposed: by, decided: null, requests: [] },
}));

export const reversals = both((personId): Reversal => ({
  ...{ ...of, _id: `reversal:order:${personId}:award`, entryId: `order:${personId}:award`, personId },
  ...{ bookId: `${personId}:service`, personName: twinName, unit: 'service', at, title: '修水管', cause: 'order' },
  ...{ points: 5, balance: 5, state: 'contested', open: true, since: at, contest: '不是我', proposal: null },
  ...{ settled: null, requests: [] },
}));

export const grants = both((personId): Grant => ({
  ...{ ...of, _id: `g_${personId}`, branchName: '清河社区党支部', kind: 'grant', bookId: `${personId}:service` },
  ...{ personId, personName: twinName, memberClass: 'young', unit: 'service', points: 3, day: '2026-11-20' },
  ...{ reason: '帮了一天忙', state: 'proposed', open: true, sinceKey: listKey(personId), proposal: by, cap: 20 },
  ...{ settled: null, requests: [] },
}));

export const alarms = both((personId): Alarm => ({
  ...{ _id: `al_${personId}`, communityId: 'qinghe', bookId: `${personId}:service`, personId, name: twinName },
  ...{ unit: 'service', why: 'balance', sequence: 1, day: '2026-11-20', foundAt: at, foundKey: listKey(personId) },
  ...{ open: true, closings: [], requests: [] },
}));

export const reviewRows = both((personId): ReviewRow => ({
  ...{ ...of, _id: `${branchId}:2026-10:${personId}`, reviewId: `${branchId}:2026-10`, month: '2026-10', personId },
  ...{ name: twinName, nameKey: `${twinName}:${personId}`, memberClass: 'young', remark: '' },
  sums: { ...noSums, organization: { ...noSums.organization, points: 5, times: 2 } },
  through: { organization: 0, service: 0 },
}));

export const exchanges = both((personId): Exchange => ({
  ...{ ...of, _id: `qinghe_school:${personId}`, employerId: 'qinghe_school', employerName: '市第一中学', personId },
  ...{ name: twinName, nameKey: `${twinName}:${personId}`, agreed: true, agreedAt: at, notes: [], requests: [] },
}));

export const commendations: readonly Commendation[] = [
  {
    ...{ ...of, _id: `${branchId}:2026-10`, period: '2026-10', rule: { meetings: 1, services: 1 } },
    people: both((personId) => ({ personId, name: twinName, meetings: 2, services: 1 })),
    ...{ leftOut: [], reason: '', missing: [], personIds: twinIds, digest: 'd', approved: by },
    request: { requestKey: 'k', inputHash: '' },
  },
];

export const enrolments = both((_id): Enrolment => ({
  ...{ _id, communityId: 'qinghe', name: twinName, state: 'asked', channel: 'online', askedAt: at, decision: null },
  grid: placeRef(placeNamed('qinghe_g1')),
  ...{ welcome: {}, skills: [], serving: false, listKey: listKey(_id), revision: 1, requests: [] },
}));

export const helpCases = both((personId): HelpCase => ({
  ...{ ...of, _id: `h_${personId}`, personId, name: twinName, kind: 'hardship', words: '家里漏雨' },
  helper: { personId: 'p_committee', name: '梁国庆' },
  ...{ openedAt: at, open: true, notes: [], version: 1, requests: [] },
}));

export const siteLinks = both((_id, index): SiteLink => ({
  ...{ _id, communityId: 'qinghe', name: twinName, siteId: 'qinghe_site1', siteName: '迎新街快递站点' },
  ...{ orgId: 'qinghe_org1', since: at, expiresAt: new Date('2027-03-01T02:00:00Z') },
  ...{ expiryKey: `2027-03-01T02:00:00.000Z:x${index}`, former: [], request: { requestKey: _id, inputHash: '' } },
}));
