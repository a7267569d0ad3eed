import type { NewsToTell } from '../../../../miniprogram/contracts/order-beside';
import type { SignedIn } from '../../access/caller';
import type { Question } from '../../platform/database';
import { newsTrace } from '../document/index-fields';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { orderActor } from '../flow/order-actor';
import { owedTo, unreachedOf } from '../rules/owed-news';
import { readableWords } from '../rules/readable-parts';
import { visibilityOf } from '../rules/visibility';

/** More are not looked at: whoever rings so many has the longest waiting in front. */
export const mostOwed = 99;

/** Orders of the place of the hat in use of which somebody without WeChat is to be told. */
export function owedNewsQuestion({ hat }: SignedIn, limit: number): Question<ListedOrder> {
  return { of: listedOrders, where: { traces: newsTrace(hat.placeId) }, limit, exclude: unlisted };
}

/** The longest waiting first. */
export function byOwedSince(one: ListedOrder, other: ListedOrder): number {
  return (one.newsKey ?? '') < (other.newsKey ?? '') ? -1 : 1;
}

/**
 * Whom to ring about one of them, for whoever may know whose it is; nobody for others, and nobody who has WeChat by
 * now.
 */
export function newsToTell(order: ListedOrder, caller: SignedIn): readonly NewsToTell[] {
  const { _id: orderId, number, place } = order;
  const visibility = visibilityOf(order, orderActor(caller));
  if (!visibility?.requester) return [];
  const title = titleOf(readableWords(order, visibility) ?? '');
  return unreachedOf(order).flatMap(({ party: { name }, to }) => {
    const news = owedTo(order, to).map(({ kind, at }) => ({ kind, at: at.toISOString() }));
    const line = { orderId, number, title, placeName: place.label, name, news };
    return news.length === 0 ? [] : [{ ...line, ...(to !== undefined && { personId: to }) }];
  });
}
