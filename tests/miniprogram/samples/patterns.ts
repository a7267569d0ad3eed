import type { Output } from '../../../miniprogram/contracts/api';

/** What stands out in a month of the books. */
export const patternsSample: Output<'passbook.getPatterns'> = {
  month: '2026-11',
  branches: [
    {
      branchId: 'branch:cqt',
      branchName: '常青藤社区党支部',
      patterns: [
        { kind: 'burst', name: '任守义', lines: 6, at: '2026-11-20T02:00:00.000Z' },
        { kind: 'givenPair', name: '任守义', to: '李建国', lines: 3 },
        { kind: 'nearGrantCap', name: '任守义', points: 18, cap: 20 },
        { kind: 'oneHand', name: '任守义', lines: 5, of: 5 },
      ],
    },
    {
      branchName: '常青藤社区',
      patterns: [
        { kind: 'nearPairCap', way: 'confirmed', name: '王秀英', to: '孙建国', times: 7, cap: 8 },
        { kind: 'nearPairCap', way: 'called', to: '孙建国', times: 4, cap: 4 },
        { kind: 'unsaid', name: '孙建国', lines: 4, of: 6 },
      ],
    },
  ],
  isPartial: false,
};
