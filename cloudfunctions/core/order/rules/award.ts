import type { AwardRefusal } from '../../../../miniprogram/contracts/award';
import type { PairWay } from '../../../../miniprogram/contracts/passbook';
import { kinshipOf, type PersonTraces } from '../../person/kinship';
import type { Award, OrderState } from '../document/order';
import { titleOf } from '../document/title';
import type { Posting } from '../../passbook/entry';
import type { PairCase } from '../../passbook/pairs/pair-count';
import { awardKey } from '../../passbook/rules/ledger';

/** What is known when an order is confirmed of the two between whom points would move. */
export interface AwardFacts {
  readonly requester: PersonTraces;
  readonly assignee: PersonTraces;
  /** Whether the month still allows the pair one more. */
  readonly isUnderCap: boolean;
}

/** What a confirmation does to the passbook: a posting, or why there is none; null where its terms award nothing. */
export type AwardDecision =
  | { readonly award: Award; readonly posting: Posting }
  | { readonly award: Extract<Award, { refused: AwardRefusal }>; readonly posting: null };

/** Whether points may move at all: it was solved, by somebody, under terms that award something. */
export function isAwarded({ assignee, outcome, terms }: OrderState): boolean {
  return assignee !== null && outcome === 'solved' && terms.award.points > 0;
}

/** What a confirmed order moves to whoever did it, under the rule of its terms. Pure. */
export function decideAward(order: OrderState, facts: AwardFacts, at: Date): AwardDecision | null {
  const posting = awardPosting(order, at);
  if (!posting) return null;
  const refused = refusalOf(order, facts);
  return refused
    ? { award: { refused }, posting: null }
    : { award: { points: posting.points, entryId: posting.postingKey }, posting };
}

/** Nobody earns from themselves, by post, or from somebody of whom nobody else knows (S2-14). */
function refusalOf(order: OrderState, { requester, assignee, isUnderCap }: AwardFacts): AwardRefusal | null {
  if (order.assignee?.staff) return 'byPost';
  const kinship = kinshipOf(requester, assignee);
  if (kinship) return kinship;
  if (!order.requester.verified && isDispatchedByAssignee(order)) return 'unknownRequester';
  return isUnderCap ? null : 'pairCap';
}

/** Nobody but whoever did it sent them to somebody whose number was only typed. */
function isDispatchedByAssignee({ trail, assignee }: OrderState): boolean {
  return trail.every(({ action, by }) => action !== 'dispatch' || by?.personId === assignee?.personId);
}

/** What would be posted, if nothing speaks against it. */
function awardPosting(order: OrderState, at: Date): Posting | null {
  const { assignee, terms } = order;
  if (!assignee || !isAwarded(order)) return null;
  return {
    postingKey: awardKey(order._id),
    communityId: order.communityId,
    unit: 'service',
    personId: assignee.personId,
    name: assignee.name,
    memberClass: null,
    branchName: order.branchName,
    at,
    cause: 'order',
    title: order.private ? order.number : titleOf(order.words),
    titleBy: order.private ? null : order.requester.personId,
    points: terms.award.points,
    countDelta: 1,
    rule: { id: terms.award.ruleId, version: terms.award.version },
    sourceId: order._id,
    reversal: null,
  };
}

/** The case that counts against the monthly cap of requester and member; null where nobody did it. */
export function awardCase(order: OrderState, at: Date): PairCase | null {
  const { assignee, requester, rating, terms } = order;
  if (!assignee) return null;
  const way: PairWay = rating?.via === 'call' ? 'called' : 'confirmed';
  return {
    communityId: order.communityId,
    way,
    giver: { personId: requester.personId, name: requester.name },
    earner: { personId: assignee.personId, name: assignee.name },
    at,
    cap: terms.pairCaps[way],
    sourceId: order._id,
    private: order.private,
  };
}
