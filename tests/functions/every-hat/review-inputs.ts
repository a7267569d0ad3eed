import type { EndpointName } from '../../../miniprogram/contracts/api';

export const reviewReads: Partial<Record<EndpointName, object[]>> = {
  'passbook.getPatterns': [{ month: '2026-11' }],
  'review.get': [{ month: '2026-10' }],
  'review.getRecord': [{}, { personId: 'p_senior' }, { personId: 'p_young' }, { personId: 'p_stranger' }],
  'review.getYear': [{ year: 2026 }, ...['p_young', 'p_stranger'].map((personId) => ({ year: 2026, personId }))],
};

export const reviewWrites: Partial<Record<EndpointName, object[]>> = {
  'review.remark': [
    { month: '2026-10', personId: 'p_young', words: '带头值夜' },
    { month: '2026-10', personId: 'p_stranger', words: '带头值夜' },
  ],
  'review.share': [{ agreed: true }],
  'review.sendNote': [
    { personId: 'p_senior', words: '周末常来' },
    { personId: 'p_strangerSecretary', words: '周末常来' },
  ],
  'review.confirm': [{ month: '2026-10', version: 0 }],
};
