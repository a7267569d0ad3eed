import { isWithheld } from '../../moderation/rules/case';
import { wordsPart } from './public-parts';
import type { AwardRefusal } from '../../../../miniprogram/contracts/award';
import type { PairWay } from '../../../../miniprogram/contracts/pair';
import { kinshipOf, type PersonTraces } from '../../person/kinship';
import type { Assignee, Award, OrderState } from '../document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
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

/**
 * What a confirmed order moves to whoever did it, under the rule of its terms. Pure.
 * @param seat of several who did it, whose award it is
 */
export function decideAward(
  order: OrderState,
  facts: AwardFacts,
  at: Date,
  seat = order.assignee,
): AwardDecision | null {
  const posting = awardPosting(order, seat, at);
  if (!posting) return null;
  const refused = refusalOf(order, seat, facts);
  return refused
    ? { award: { refused }, posting: null }
    : { award: { points: posting.points, entryId: posting.postingKey }, posting };
}

/** Nobody earns from themselves, by post, or from somebody of whom nobody else knows (S2-14). */
function refusalOf(
  order: OrderState,
  seat: Assignee | null,
  { requester, assignee, isUnderCap }: AwardFacts,
): AwardRefusal | null {
  if (seat?.staff) return 'byPost';
  const kinship = kinshipOf(requester, assignee);
  if (kinship) return kinship;
  if (!order.requester.verified && isDispatchedBy(order, seat)) return 'unknownRequester';
  return isUnderCap ? null : 'pairCap';
}

/** Nobody but whoever did it sent them to somebody whose number was only typed. */
function isDispatchedBy({ trail }: OrderState, seat: Assignee | null): boolean {
  return trail.every(({ action, by }) => action !== 'dispatch' || by?.personId === seat?.personId);
}

/** What would be posted, if nothing speaks against it. */
function awardPosting(order: OrderState, seat: Assignee | null, at: Date): Posting | null {
  const { terms } = order;
  if (!seat || !isAwarded(order)) return null;
  const isFirst = seat.personId === order.assignee?.personId;
  return {
    postingKey: isFirst ? awardKey(order._id) : awardKey(order._id, seat.personId),
    communityId: order.communityId,
    unit: 'service',
    personId: seat.personId,
    name: seat.name,
    memberClass: null,
    branchName: order.branchName,
    at,
    cause: 'order',
    title: order.private || isWithheld(order, wordsPart) ? order.number : titleOf(order.words),
    titleBy: order.private ? null : order.requester.personId,
    points: terms.award.points,
    countDelta: 1,
    rule: { id: terms.award.ruleId, version: terms.award.version },
    sourceId: order._id,
    reversal: null,
  };
}

/** The case that counts against the monthly cap of requester and member; null where nobody did it. */
export function awardCase(order: OrderState, at: Date, seat = order.assignee): PairCase | null {
  const { requester, rating, terms } = order;
  if (!seat) return null;
  const way: PairWay = rating?.via === 'call' ? 'called' : 'confirmed';
  return {
    communityId: order.communityId,
    way,
    giver: { personId: requester.personId, name: requester.name },
    earner: { personId: seat.personId, name: seat.name },
    at,
    cap: terms.pairCaps[way],
    sourceId: order._id,
    private: order.private,
  };
}
