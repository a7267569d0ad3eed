import type { EndpointName } from '../../../miniprogram/contracts/api';

export const recognitionReads: Partial<Record<EndpointName, object[]>> = {
  'recognition.listThanks': ['wall', 'toMe', 'own', 'waiting'].map((list) => ({ list })),
  'recognition.getStar': [{}, { month: '2026-10' }],
  'recognition.listStarInputs': ['services', 'votes'].map((of) => ({ month: '2026-10', of })),
};

export const recognitionWrites = (closed: string): Partial<Record<EndpointName, object[]>> => ({
  'recognition.thank': [{ orderId: closed, words: '灯亮了，谢谢' }],
  // what is shown names who is thanked to everybody, as it should
  'recognition.decideThanks': [{ orderId: closed, show: false, reason: 'untrue' }],
  'recognition.vote': [{ month: '2026-10', personId: 'p_member' }],
  'recognition.decideStar': [{ month: '2026-10' }],
  'recognition.approveCommendation': [{ period: '2026-10', digest: '5cbfd6b912d8d148', leftOut: [] }],
  'recognition.saveChoice': [{ part: 'ranking', hidden: false }],
});
