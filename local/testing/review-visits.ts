import type { Row } from './visit';

/** Pages of a branch: reviews, books, whom it visits and helps, who guides whom. */
export const reviewRows: readonly Row[] = [
  ['kept', 'tenant-cao', '/packages/privacy/kept/kept', '记着的', 'privacy.get'],
  ['complaint', 'tenant-cao', '/packages/privacy/complaint/complaint', '谁负责', 'privacy.get'],
  ['brief', 'secretary-qin', '/packages/desk/brief/brief', '写成简报', 'brief.get'],
  ['reviews', 'branch-secretary-ren', '/packages/review/reviews/reviews', '草稿，等书记定', 'review.list'],
  ['review', 'branch-secretary-ren', '/packages/review/month/month?month=2026-10', '定下这个月', 'review.get'],
  [
    'commendation',
    'branch-secretary-ren',
    '/packages/recognition/commendation/commendation',
    '定下名单',
    'recognition.getCommendation',
  ],
  ['ranking', 'branch-li', '/packages/recognition/ranking/ranking', '显示我', 'recognition.getRanking'],
  ['patterns', 'branch-secretary-ren', '/packages/review/patterns/patterns', '不扣谁的分', 'passbook.getPatterns'],
  ['review-year', 'branch-li', '/packages/review/year/year', '李建国 · 2026 年', 'review.getYear'],
  [
    'check-slip',
    'branch-li',
    ({ person }) => `/packages/member/check-slip/check-slip?personId=${person}`,
    '扫存单上的码',
  ],
  ['books', 'branch-secretary-ren', '/packages/branch/books/books', '任守义', 'passbook.list'],
  ['verify', 'branch-secretary-ren', '/packages/branch/verify/verify?unit=organization', '账目完整', 'passbook.audit'],
  ['help', 'branch-secretary-ren', '/packages/party/help/help', '谁去看谁', 'help.list'],
  ['walk-ins', 'branch-secretary-ren', '/packages/branch/walk-ins/walk-ins', '没有等着定的', 'activity.listWalkIns'],
  ['sign-in', 'branch-li', '/packages/branch/sign-in/sign-in', '到会了，扫主持人手机上亮着的码'],
  [
    'help-member',
    'branch-secretary-ren',
    ({ visited }) => `/packages/party/help-member/help-member?personId=${visited}`,
    '冬天取暖有困难',
    'help.getMember',
  ],
  ['mentors', 'branch-secretary-ren', '/packages/party/mentors/mentors', '不带了', 'mentor.list'],
  ['branches', 'secretary-fu', '/packages/party/branches/branches', '支部和组织关系', 'branch.list'],
  ['restart', 'resident-luo', '/packages/resident/restart/restart', '连心出了新版'],
  ['record', 'member-sun', '/packages/review/record/record', '沟通反馈', 'review.getRecord'],
  ['shared', 'secretary-qin', '/packages/review/shared/shared', '看档案', 'review.listShared'],
];
