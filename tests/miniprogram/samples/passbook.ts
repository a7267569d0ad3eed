/** A book, its entries, and what waits about them. */
import type { GrantView } from '../../../miniprogram/contracts/grant';
import type { EntryView, PassbookView, AlarmView, ReversalView } from '../../../miniprogram/contracts/passbook';

type Recorded = Pick<EntryView, 'sequence' | 'title' | 'points' | 'balance'> & { readonly day: string };
export const entry = ({ day, ...recorded }: Recorded): EntryView => ({
  ...recorded,
  entryId: `entry-${recorded.sequence}`,
  at: `${day}T02:00:00.000Z`,
  cause: recorded.points > 0 ? 'attended' : 'absent',
  reversed: false,
  proposed: false,
  mayContest: true,
  mayPropose: true,
  mayUphold: false,
});
export const bookSample: PassbookView = {
  personId: 'li',
  name: '李建国',
  unit: 'organization',
  units: ['organization', 'service'],
  memberClass: 'young',
  branchName: '西堡村党支部',
  balance: 186,
  countThisYear: 41,
  entries: [
    entry({ sequence: 41, day: '2026-11-14', title: '主题党日', points: 3, balance: 186 }),
    entry({ sequence: 40, day: '2026-10-31', title: '支部大会', points: -2, balance: 183 }),
    { ...entry({ sequence: 39, day: '2026-10-24', title: '主题党日', points: 6, balance: 185 }), cause: 'organised' },
    {
      ...entry({ sequence: 38, day: '2026-10-17', title: '重复记分', points: -3, balance: 179 }),
      cause: 'reversal',
      reversal: {
        ofSequence: 37,
        ofAt: '2026-10-16T02:00:00.000Z',
        reason: '重复记分',
        by: '王书记',
        second: '田广志',
      },
      mayContest: false,
      mayPropose: false,
    },
    {
      ...entry({ sequence: 37, day: '2026-10-16', title: '上党课', points: 3, balance: 182 }),
      reversed: true,
      mayContest: false,
      mayPropose: false,
    },
  ],
  next: 'more',
  checkCode: '7F3A-92C1',
  mine: true,
};
/** Proposed by the reader, to be signed by them, and refused. */
export const grantSample: GrantView = {
  grantId: 'grant-1',
  kind: 'grant',
  state: 'proposed',
  personId: 'li',
  personName: '李建国',
  unit: 'organization',
  points: 5,
  day: '2026-11-20',
  reason: '暴雨那天夜里守在河堤上，一直到天亮',
  proposedBy: '王书记',
  proposedAt: '2026-11-21T02:00:00.000Z',
  maySign: true,
};
/** One of the committee has looked into it; another has not yet. */
export const alarm: AlarmView = {
  alarmId: 'alarm-1',
  personId: 'sun',
  name: '孙建国',
  unit: 'service',
  why: 'shrunk',
  sequence: 5,
  day: '2026-11-24',
  foundAt: '2026-11-24T19:10:00.000Z',
  open: true,
  closings: [
    { name: '侯秀英', hat: 'committee', at: '2026-11-26T01:12:00.000Z', reason: '和单子对过，少的那笔是搬库丢的' },
  ],
  mayClose: true,
};

export const reversal: ReversalView = {
  reversalId: 'reversal-1',
  state: 'proposed',
  entryId: 'entry-37',
  personId: 'li',
  personName: '李建国',
  unit: 'organization',
  at: '2026-10-16T02:00:00.000Z',
  title: '上党课',
  cause: 'attended',
  points: 3,
  balance: 182,
  reason: '同一天记了两次',
  proposedBy: '王书记',
  mayPropose: false,
  mayUphold: false,
  maySign: true,
};
export const objection: ReversalView = {
  ...reversal,
  reversalId: 'reversal-3',
  entryId: 'entry-40',
  state: 'contested',
  title: '支部大会',
  cause: 'absent',
  points: -2,
  contest: '那天我请了假',
  mayPropose: true,
  mayUphold: true,
  maySign: false,
};
