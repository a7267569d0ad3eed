import type { PrivacyView } from '../../../miniprogram/contracts/privacy';

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
  },
};
