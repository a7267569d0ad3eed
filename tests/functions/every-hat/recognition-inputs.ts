import type { EndpointName } from '../../../miniprogram/contracts/api';

export const recognitionWrites: Partial<Record<EndpointName, object[]>> = {
  'recognition.approveCommendation': [{ period: '2026-10', digest: '5cbfd6b912d8d148', leftOut: [] }],
  'recognition.saveChoice': [{ part: 'ranking', hidden: false }],
};
