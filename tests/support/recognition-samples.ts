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
};
