import type { EndpointName, Input } from '../../miniprogram/contracts/api';

type HelpName = Extract<EndpointName, `help.${string}`>;
const requestId = 'request-0001';

/** One well-formed input for each endpoint of home visits and help. */
export const helpSamples: { readonly [Name in HelpName]: Required<Input<Name>> } = {
  'help.list': {},
  'help.getMember': { personId: 'p_special' },
  'help.assignVisitor': { personId: 'p_special', visitorId: 'p_committee', requestId },
  'help.recordVisit': {
    personId: 'p_special',
    day: '2026-11-22',
    policy: '讲了医保报销',
    needs: '买药不方便',
    requestId,
  },
  'help.openCase': {
    personId: 'p_special',
    kind: 'hardship',
    words: '冬天取暖有困难',
    helperId: 'p_committee',
    requestId,
  },
  'help.addNote': { caseId: 'hc1', version: 0, words: '送去了一床被子', requestId },
  'help.closeCase': { caseId: 'hc1', version: 0, words: '装了暖气', requestId },
};
