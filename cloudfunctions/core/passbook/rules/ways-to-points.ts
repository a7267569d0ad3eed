import type { AwardRefusal } from '../../../../miniprogram/contracts/award';
import type { ErrorCode } from '../../../../miniprogram/contracts/error';
import type { EntryCause } from '../../../../miniprogram/contracts/passbook';

/** One thing that somebody may try alone, and what answers: a refused call, or an order that moves no points. */
export interface LoneAttempt {
  readonly attempt: string;
  readonly answer: ErrorCode | AwardRefusal;
}

/** One way to points, and how few people can make them without anybody else. */
export interface WayToPoints {
  readonly causes: readonly EntryCause[];
  /** At least two, or the way must not exist. */
  readonly smallestGroup: number;
  /** Who these few are; as many as `smallestGroup`. */
  readonly people: readonly string[];
  /** Where the policy caps how often the same two do it in a month, or how much one gives. */
  readonly cap:
    | 'order.pairCaps.confirmed'
    | 'order.pairCaps.called'
    | 'activity.pairCap'
    | 'reward.pairCap'
    | 'passbook.grantCap'
    | null;
  readonly alone: readonly LoneAttempt[];
}

/**
 * Every way to points. docs/security.md prints it, and its tests drive each cell: whoever is alone fails, the group
 * succeeds. A new way to points begins here.
 */
export const waysToPoints = {
  confirmedOrder: {
    causes: ['order'],
    smallestGroup: 2,
    people: ['requester', 'member'],
    cap: 'order.pairCaps.confirmed',
    alone: [
      { attempt: 'ownOrder', answer: 'OWN_ORDER' },
      { attempt: 'secondAccountOwnNumber', answer: 'sameNumber' },
      { attempt: 'secondAccountInventedNumber', answer: 'unknownRequester' },
      { attempt: 'ownHousehold', answer: 'sameHousehold' },
      { attempt: 'ownPost', answer: 'byPost' },
    ],
  },
  calledOrder: {
    causes: ['order'],
    smallestGroup: 2,
    people: ['member', 'verifier'],
    cap: 'order.pairCaps.called',
    alone: [
      { attempt: 'inventedCaller', answer: 'UNINVOLVED_NEEDED' },
      { attempt: 'residentWithWeChat', answer: 'REQUESTER_CONFIRMS' },
    ],
  },
  attendance: {
    causes: ['attended', 'organised', 'guided'],
    smallestGroup: 2,
    people: ['closer', 'signer'],
    cap: 'activity.pairCap',
    alone: [
      { attempt: 'pastMeeting', answer: 'SECOND_PERSON_NEEDED' },
      { attempt: 'announcedMeeting', answer: 'SECOND_PERSON_NEEDED' },
      { attempt: 'twoMeetingsAtOnce', answer: 'ALREADY_PRESENT' },
    ],
  },
  // who signs for one branch may keep the books of the other in another hat, so that it takes no third person
  walkIn: {
    causes: ['attended'],
    smallestGroup: 2,
    people: ['closer', 'signer'],
    cap: 'activity.pairCap',
    alone: [
      { attempt: 'ownWalkIn', answer: 'SECOND_PERSON_NEEDED' },
      { attempt: 'walkInOfInventedName', answer: 'NOT_FOUND' },
    ],
  },
  vouchedErrand: {
    causes: ['vouched'],
    smallestGroup: 2,
    people: ['requester', 'head'],
    cap: 'reward.pairCap',
    alone: [
      { attempt: 'ownErrand', answer: 'OWN_ORDER' },
      { attempt: 'errandOfOwnNumber', answer: 'sameNumber' },
      { attempt: 'errandOfInventedNumber', answer: 'unknownRequester' },
      { attempt: 'errandOfOwnHousehold', answer: 'sameHousehold' },
    ],
  },
  calledErrand: {
    causes: ['vouched'],
    smallestGroup: 2,
    people: ['head', 'verifier'],
    cap: 'reward.pairCap',
    alone: [{ attempt: 'inventedErrand', answer: 'UNINVOLVED_NEEDED' }],
  },
  registeredTenant: {
    causes: ['tenant'],
    smallestGroup: 2,
    people: ['registrar', 'decider'],
    cap: 'reward.pairCap',
    alone: [{ attempt: 'ownRegistration', answer: 'SECOND_PERSON_NEEDED' }],
  },
  confirmedVisit: {
    causes: ['visit'],
    smallestGroup: 2,
    people: ['visited', 'visitor'],
    cap: 'reward.pairCap',
    alone: [
      { attempt: 'ownVisit', answer: 'SECOND_PERSON_NEEDED' },
      { attempt: 'visitOfOwnNumber', answer: 'sameNumber' },
      { attempt: 'visitOfInventedNumber', answer: 'unknownRequester' },
      { attempt: 'visitOfOwnHousehold', answer: 'sameHousehold' },
    ],
  },
  calledVisit: {
    causes: ['visit'],
    smallestGroup: 2,
    people: ['visitor', 'decider'],
    cap: 'reward.pairCap',
    alone: [{ attempt: 'ownVisitAsWorker', answer: 'SECOND_PERSON_NEEDED' }],
  },
  grant: {
    causes: ['grant', 'opening'],
    smallestGroup: 2,
    people: ['proposer', 'signer'],
    cap: 'passbook.grantCap',
    alone: [
      { attempt: 'grantToOneself', answer: 'SECOND_PERSON_NEEDED' },
      { attempt: 'ownGrant', answer: 'SECOND_PERSON_NEEDED' },
      { attempt: 'grantAboveCap', answer: 'GRANT_CAP_REACHED' },
      { attempt: 'ownOpening', answer: 'SECOND_PERSON_NEEDED' },
    ],
  },
  undoneDeduction: {
    causes: ['reversal', 'correction'],
    smallestGroup: 2,
    people: ['proposer', 'signer'],
    cap: null,
    alone: [{ attempt: 'ownProposal', answer: 'SECOND_PERSON_NEEDED' }],
  },
} as const satisfies Readonly<Record<string, WayToPoints>>;

/** Causes of lines that give nobody anything new. */
export const causesWithoutWay = [
  'absent',
  'held',
  'collected',
  'released',
  'expired',
] as const satisfies readonly EntryCause[];

export type Way = keyof typeof waysToPoints;
export type Attempt = (typeof waysToPoints)[Way]['alone'][number]['attempt'];
