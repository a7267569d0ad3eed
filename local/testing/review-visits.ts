import type { Row } from './visit';

/** Pages of reviews, and of who guides whom. */
export const reviewRows: readonly Row[] = [
  ['reviews', 'branch-secretary-ren', '/packages/review/reviews/reviews', '草稿，等书记定', 'review.list'],
  ['review', 'branch-secretary-ren', '/packages/review/month/month?month=2026-10', '定下这个月', 'review.get'],
  ['review-year', 'branch-li', '/packages/review/year/year', '李建国 · 2026 年', 'review.getYear'],
  ['help', 'branch-secretary-ren', '/packages/party/help/help', '谁去看谁，谁帮着谁', 'help.list'],
  [
    'help-member',
    'branch-secretary-ren',
    ({ visited }) => `/packages/party/help-member/help-member?personId=${visited}`,
    '冬天取暖有困难',
    'help.getMember',
  ],
  ['mentors', 'branch-secretary-ren', '/packages/party/mentors/mentors', '不带了', 'mentor.list'],
];
