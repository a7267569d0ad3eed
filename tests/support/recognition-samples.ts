import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type RecognitionName = Extract<EndpointName, `recognition.${string}`>;
const requestId = 'request-0001';

/** One well-formed input for each endpoint about who did well. */
export const recognitionSamples: { readonly [Name in RecognitionName]: Required<Input<Name>> } = {
  'recognition.getCommendation': { period: '2026-09', branchId: 'branch:qinghe' },
  'recognition.approveCommendation': {
    period: '2026-09',
    digest: '5cbfd6b912d8d148',
    leftOut: ['p_young'],
    reason: '本人不愿意列',
    requestId,
  },
  'recognition.getRanking': {},
  'recognition.saveChoice': { part: 'ranking', hidden: true, requestId },
  'recognition.thank': { orderId: 'oSample', words: '灯修好了，谢谢', requestId },
  'recognition.listThanks': { list: 'wall', cursor: 'c' },
  'recognition.decideThanks': {
    orderId: 'oSample',
    show: true,
    words: '灯修好了，谢谢',
    reason: 'personal-data',
    requestId,
  },
  'recognition.getStar': { month: '2026-10' },
  'recognition.vote': { month: '2026-10', personId: 'p_member', requestId },
  'recognition.decideStar': { month: '2026-10', requestId },
  'recognition.listStarInputs': { month: '2026-10', of: 'services', cursor: 'c' },
};
