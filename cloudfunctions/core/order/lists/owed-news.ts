import type { NewsToTell } from '../../../../miniprogram/contracts/order-beside';
import type { SignedIn } from '../../access/caller';
import type { Question } from '../../platform/database';
import { listedOrders, unlisted, type ListedOrder } from '../document/order';
import { titleOf } from '../document/title';
import { orderActor } from '../flow/order-actor';
import { isCalled } from '../rules/relations';
import { readableWords } from '../rules/readable-parts';
import { visibilityOf } from '../rules/visibility';

/** Orders of the place of the hat in use of which somebody without WeChat is to be told, the longest waiting first. */
export function owedNewsQuestion({ hat }: SignedIn, after: string, limit: number): Question<ListedOrder> {
  return {
    of: listedOrders,
    where: { scopes: hat.placeId, newsKey: { gt: after } },
    sort: { newsKey: 'asc' },
    limit,
    exclude: unlisted,
  };
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
