import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { HelpCaseView, HomeVisitRow } from '../../../miniprogram/contracts/help';

type HelpName = Extract<EndpointName, `help.${string}`>;

const visit: HomeVisitRow = {
  personId: 'cheng',
  name: '程桂英',
  visitorName: '冯秀珍',
  dueDay: '2026-11-20',
  lastDay: '2026-08-22',
  isLate: true,
  isMine: false,
};
const hardship: HelpCaseView = {
  caseId: 'hc1',
  personId: 'cheng',
  name: '程桂英',
  kind: 'hardship',
  helperName: '冯秀珍',
  day: '2026-11-02',
  version: 1,
  words: '冬天取暖有困难',
  notes: [{ day: '2026-11-10', byName: '冯秀珍', words: '送去了一床被子' }],
  mayWrite: true,
};
const outlook: HelpCaseView = {
  ...hardship,
  caseId: 'hc2',
  kind: 'outlook',
  words: '老伴走了以后不愿意出门',
  notes: [],
  outcome: { day: '2026-10-18', byName: '冯秀珍', words: '现在常来活动室' },
  mayWrite: false,
};

export const helpReplies: { readonly [Name in HelpName]: Output<Name> } = {
  'help.list': {
    visits: [{ personId: 'lao', name: '劳文秀', isLate: false, isMine: false }, visit],
    cases: [hardship],
    members: [{ personId: 'hou', name: '侯思远', memberClass: 'young' }],
    mine: true,
  },
  'help.getMember': {
    personId: 'cheng',
    name: '程桂英',
    plan: visit,
    visits: [{ visitId: 'hv1', day: '2026-08-22', byName: '冯秀珍', policy: '讲了医保报销', needs: '买药不方便' }],
    cases: [hardship, outlook],
    committee: [{ personId: 'feng', name: '冯秀珍', memberClass: 'committee' }],
    mayVisit: true,
  },
  'help.assignVisitor': { personId: 'cheng', visitorId: 'feng', dueDay: '2026-11-30' },
  'help.recordVisit': { visitId: 'hv2', dueDay: '2027-02-21' },
  'help.openCase': { caseId: 'hc3' },
  'help.addNote': { caseId: 'hc1', version: 2 },
  'help.closeCase': { caseId: 'hc1', version: 2 },
};
