import { isWithheld } from '../../moderation/rules/case';
import { wordsPart } from './public-parts';
import type { HeadCase } from '../../reward/rules/head-award';
import type { OrderState } from '../document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';

type Vouched = Pick<OrderState, 'kind' | 'trail' | 'headTurn'>;

/**
 * The courtyard head who looked at an agency order and handed it over, the last one where there were more (S1-17).
 * Whose word was for a courtyard that turned out to be the wrong one vouched for nothing.
 */
export function voucherOf({ kind, trail, headTurn }: Vouched): HeadCase['head'] | null {
  if (kind !== 'agency') return null;
  const moved = headTurn?.state === 'vouched' ? -1 : trail.map(({ action }) => action).lastIndexOf('relocate');
  const lines = trail.slice(moved + 1).filter(({ action, hat }) => action === 'accept' && hat === 'courtyardHead');
  return lines.at(-1)?.by ?? null;
}

/**
 * What the head earns by an errand that they vouched for, now that it is confirmed: by the requester's word, or by that
 * of the staff who asked on the phone. Null where nobody vouched, where it was not solved, and where its terms promise
 * nothing.
 */
export function vouchingCase(order: OrderState, at: Date): HeadCase | null {
  const head = voucherOf(order);
  const { vouching } = order.terms;
  const confirmer = order.rating?.via === 'call' ? order.trail.at(-1)?.by : order.requester;
  if (!head || !vouching || !confirmer || order.outcome !== 'solved') return null;
  return {
    sourceId: order._id,
    communityId: order.communityId,
    branchName: order.branchName,
    deed: 'errand',
    rule: vouching.rule,
    pairCap: vouching.pairCap,
    head: { personId: head.personId, name: head.name },
    confirmer: { personId: confirmer.personId, name: confirmer.name },
    at,
    title: order.private || isWithheld(order, wordsPart) ? order.number : titleOf(order.words),
    titleBy: order.private ? null : order.requester.personId,
    private: order.private,
  };
}
