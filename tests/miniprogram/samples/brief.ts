import type { BriefView } from '../../../miniprogram/contracts/brief';

/** A month of a community, with a grid that is too small to be shown. */
export const briefSample: BriefView = {
  month: '2026-11',
  months: ['2026-11', '2026-10'],
  until: '2026-11-28T01:00:00.000Z',
  orders: {
    created: 48,
    solved: 40,
    unrated: 3,
    unreachable: 0,
    unsolved: 3,
    refused: 1,
    impossible: 1,
    reopened: 1,
    enteredByStaff: 6,
    confirmedByCall: 2,
    cancelled: 2,
    merged: 1,
    transferred: 3,
    urgent: 15,
    urgentSolved: 14,
    wishes: 7,
    wishesSolved: 5,
  },
  helpers: 43,
  rating: { average: 4.6, of: 38 },
  accept: { of: 46, half: 5, nineInTen: 22 },
  grids: [
    { key: 'g1', name: '红色网格', created: 30, solved: 24 },
    { key: 'g2', name: '黄色网格', created: null, solved: null },
  ],
  categories: [{ key: 'repair', name: '水电维修', created: 20, solved: null }],
  activities: { held: 4, present: 61 },
  points: [{ unit: 'courtyard', given: 210, undone: 3 }],
  words: ['清河社区2026 年 11 月，居民提出 48 单。'],
};
