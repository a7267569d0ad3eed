import type { OwnTextView, PrivacyView } from '../../../miniprogram/contracts/privacy';

/** A member of the community, who agreed to a sign at their door. */
export const privacySample: PrivacyView = {
  kept: {
    name: '孙立群',
    phone: '138****0001',
    isPhoneProved: true,
    homeLabel: '柳巷 12 号院',
    servesLabel: '红色网格',
    memberClass: 'young',
    branchName: '清河社区党支部',
    employer: '第二机械厂',
    skills: ['repair'],
    hasHours: true,
    agreed: { alone: false, portrait: false, centreHousehold: true },
    isVeteran: false,
    isVolunteer: true,
  },
  body: {
    name: '清河社区居民委员会',
    street: '一街道',
    phone: '03510000001',
    address: '一街 1 号',
    filingNumber: '晋ICP备2026000001号-1X',
    complaintDays: 7,
  },
};

/** A text on an order, and one elsewhere. */
export const textsSample: readonly OwnTextView[] = [
  {
    ...{ source: 'order', id: 'order-leak', part: 'words', text: '厨房水管漏水', number: '2611-048372' },
    at: '2026-11-21T01:10:00.000Z',
  },
  { source: 'complaint', id: 'co1', part: 'words', text: '打了三次电话没人接', at: '2026-11-20T02:00:00.000Z' },
];

export const privacyReplies = {
  'privacy.get': privacySample,
  'privacy.listTexts': { texts: textsSample },
  'privacy.blackOut': { id: 'co1' },
};
