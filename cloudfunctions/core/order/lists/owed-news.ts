import type { NewsToTell } from '../../../../miniprogram/contracts/order-beside';
import type { SignedIn } from '../../access/caller';
import type { Question } from '../../platform/database';
import { newsTrace } from '../document/index-fields';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { orderActor } from '../flow/order-actor';
import { isCalled } from '../rules/relations';
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

/** One of them, for whoever may know whose it is; undefined for others, and once they have WeChat. */
export function newsToTell(order: ListedOrder, caller: SignedIn): NewsToTell | undefined {
  const { _id, number, place, requester, owedNews = [] } = order;
  const visibility = visibilityOf(order, orderActor(caller));
  if (!visibility?.requester || !isCalled(order)) return undefined;
  return {
    orderId: _id,
    number,
    title: titleOf(readableWords(order, visibility) ?? ''),
    placeName: place.label,
    name: requester.name,
    news: owedNews.map(({ kind, at }) => ({ kind, at: at.toISOString() })),
  };
}
