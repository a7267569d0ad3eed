import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { MemberRecordView } from '../../../miniprogram/contracts/exchange';
import type { ReviewLine, ReviewRowView, UnitSums } from '../../../miniprogram/contracts/review';

type ReviewName = Extract<EndpointName, `review.${string}`>;

const sums = (points: number, times: number, more: Partial<UnitSums> = {}): UnitSums => ({
  points,
  times,
  absences: 0,
  lateLines: 0,
  latePoints: 0,
  ...more,
});
const row: ReviewRowView = {
  personId: 'li',
  name: '李建国',
  memberClass: 'senior',
  sums: { organization: sums(8, 3, { absences: 1 }), service: sums(5, 1, { lateLines: 1, latePoints: 4 }) },
  score: 12.5,
  remark: '带头值夜，话不多',
};
const quiet: ReviewRowView = {
  personId: 'hou',
  name: '侯思远',
  memberClass: 'young',
  sums: { organization: sums(0, 0), service: sums(0, 0) },
};
const draft: ReviewLine = {
  month: '2026-10',
  state: 'draft',
  day: '2026-10-31',
  dayKind: 'ordinary',
  people: 31,
  draftedAt: '2026-11-20T18:30:00.000Z',
  scoring: [
    { source: 'organization', weight: 100 },
    { source: 'service', weight: 50 },
  ],
};
const frozen: ReviewLine = {
  ...draft,
  month: '2026-09',
  state: 'confirmed',
  day: '2026-09-26',
  dayKind: 'holiday',
  confirmed: { name: '任守义', at: '2026-09-26T02:00:00.000Z' },
};
const ahead: ReviewLine = { ...draft, month: '2026-11', state: 'gathering', day: '2026-11-28' };

const memberRecord: MemberRecordView = {
  ...{ personId: 'li', name: '李建国', memberClass: 'senior', employerName: '市第一中学' },
  registration: { state: 'enrolled', gridName: '蓝色网格', askedAt: '2026-09-12T02:00:00.000Z' },
  books: [{ unit: 'organization', balance: 186, count: 41 }],
  latest: { month: '2026-09', row },
  shared: true,
  notes: [
    { noteId: 'n1', side: 'employer', words: '今年算一项？', name: '牛晓东', at: '2026-11-12T02:00:00.000Z' },
    { noteId: 'n2', side: 'community', words: '算。', name: '任守义', at: '2026-11-13T02:00:00.000Z' },
  ],
  mayShare: true,
  mayWrite: true,
  mayReadYear: true,
};

/** What the cloud answers about reviews. */
export const reviewReplies: { readonly [Name in ReviewName]: Output<Name> } = {
  'review.list': {
    reviews: [ahead, draft, frozen].map((one, index) => ({ ...one, version: index + 3, mayConfirm: one === draft })),
    mayInspect: true,
  },
  'review.get': { ...draft, rows: [quiet, row], version: 4, digest: '5cbfd6b912d8d148', mine: true, mayConfirm: true },
  'review.remark': { row, version: 5 },
  'review.confirm': { ...draft, state: 'confirmed', confirmed: { name: '任守义', at: '2026-11-21T01:12:00.000Z' } },
  'review.getRecord': memberRecord,
  'review.share': memberRecord,
  'review.sendNote': memberRecord,
  'review.listShared': {
    members: [
      {
        ...{ personId: 'li', name: '李建国', employerName: '市第一中学', shared: true },
        waitsFor: 'community',
        latest: { month: '2026-09', row },
      },
      { personId: 'hou', name: '侯思远', employerName: '市供电服务中心', shared: false },
    ],
  },
  'review.getYear': {
    personId: 'li',
    name: '李建国',
    year: 2026,
    months: Array.from({ length: 12 }, (_, index) => {
      const month = `2026-${String(index + 1).padStart(2, '0')}`;
      if (index < 8) return { month, state: 'missing' as const };
      return index === 11 ? { month, state: 'ahead' as const } : { month, state: 'confirmed' as const, row };
    }),
    sums: { organization: sums(24, 9, { absences: 3 }), service: sums(15, 3) },
    missing: ['2026-01', '2026-02'],
  },
};
