import type { EndpointName, Output } from '../../../miniprogram/contracts/api';
import type { CommendationView } from '../../../miniprogram/contracts/recognition';
import type { StarView } from '../../../miniprogram/contracts/star';
import type { ThanksView } from '../../../miniprogram/contracts/thanks';
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

const note: ThanksView = {
  orderId: 'order-lamp',
  words: '灯修好了，天黑不怕摔了',
  helperNames: ['李建国'],
  gridName: '红色网格',
  at: '2026-11-20T02:00:00.000Z',
  mayDecide: true,
};

const star: StarView = {
  shown: true,
  month: '2026-10',
  state: 'voting',
  finalistsWanted: 5,
  votingUntil: '2026-11-08T16:00:00.000Z',
  finalists: [
    { personId: 'li', name: '李建国', key: 'a1b2c3d4e', households: 6 },
    { personId: 'hou', name: '侯思远', key: 'f5g6h7i8j', households: 4 },
  ],
  winners: [],
  mayVote: true,
  mayDecide: false,
  hidden: [],
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
  'recognition.thank': { ...note, state: 'waiting' },
  'recognition.listThanks': { shown: true, thanks: [note], hidden: [], decides: true },
  'recognition.decideThanks': { ...note, state: 'shown' },
  'recognition.getStar': star,
  'recognition.vote': { ...star, votedFor: 'li' },
  'recognition.decideStar': {
    ...star,
    state: 'decided',
    finalists: star.finalists.map((one, index) => ({ ...one, votes: 5 - index })),
    winners: ['李建国'],
    mayVote: false,
  },
  'recognition.listStarInputs': {
    inputs: [
      { inputId: 'i1', to: 'a1b2c3d4e', from: 'x1' },
      { inputId: 'i2', to: 'f5g6h7i8j', from: 'x2', excluded: 'household' },
    ],
  },
};

/** The same about reviews, from which it follows. */
export const branchReplies = { ...reviewReplies, ...recognitionReplies };
