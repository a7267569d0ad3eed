import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { CommendationView } from '../../../miniprogram/contracts/recognition';
import { reviewReplies } from './reviews';

type RecognitionName = Extract<EndpointName, `recognition.${string}`>;

const draft: CommendationView = {
  period: '2026',
  state: 'draft',
  rule: { meetings: 8, services: 6 },
  people: [
    { personId: 'li', name: '李建国', meetings: 11, services: 7 },
    { personId: 'hou', name: '侯思远', meetings: 9, services: 6 },
  ],
  missing: ['2026-01', '2026-02'],
  digest: '5cbfd6b912d8d148',
  mayApprove: true,
};

/** What the cloud answers about who did well. */
const recognitionReplies: { readonly [Name in RecognitionName]: Output<Name> } = {
  'recognition.getCommendation': { periods: ['2026', '2026-10'], commendation: draft },
  'recognition.approveCommendation': {
    ...draft,
    state: 'approved',
    people: draft.people.slice(0, 1),
    approved: { name: '任守义', at: '2026-11-21T01:12:00.000Z' },
    leftOut: { names: ['侯思远'], reason: '本人不愿意列' },
    mayApprove: false,
  },
  'recognition.getRanking': {
    shown: true,
    month: '2026-10',
    organization: [
      { place: 1, name: '李建国', points: 12 },
      { place: 2, name: '侯思远', points: 9 },
    ],
    service: [{ place: 1, name: '侯思远', points: 15 }],
    hidden: [],
  },
  'recognition.saveChoice': { hidden: ['ranking'] },
};

/** The same about reviews, from which it follows. */
export const branchReplies = { ...reviewReplies, ...recognitionReplies };
