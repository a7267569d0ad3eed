import { listedOrders, unlisted, type ListedOrder } from '../../order/document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { readableWords } from '../../order/rules/readable-parts';
import { isNeed, wantedOf } from '../../order/matching/needs';
import type { OrderActor } from '../../order/rules/relations';
import { visibilityOf } from '../../order/rules/visibility';
import { categoryNames, categoryText } from '../../order/text/categories';
import { headers, orderStateText, weekdayText } from '../text/labels';
import { timeText } from '../text/times';
import { actorOf } from './orders';
import { nextAfter, plainRow, readAtOnce, type Source } from './source';

/** The needs ledger: open orders with the day and hours at which they are wanted, newest first; one read for 99. */
export const needsOf: Source = {
  headers: headers.needs,
  isNamed: false,
  async read(database, one, cursor) {
    const createdKey = cursor === null ? { gt: '' } : { gt: '', lt: cursor };
    const found = await database.find(listedOrders, {
      where: { scopes: one.grid?.gridId ?? one.communityId, closed: false, createdKey },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
      exclude: unlisted,
    });
    const actor = actorOf(one);
    const rows = found.filter(isNeed).flatMap((order) => {
      const cells = cellsOf(order, actor);
      return cells ? [plainRow(cells)] : [];
    });
    return { rows, next: nextAfter(found, (order) => order.createdKey) };
  },
};

function cellsOf(order: ListedOrder, actor: OrderActor): readonly string[] | undefined {
  const sees = visibilityOf(order, actor);
  if (!sees) return undefined;
  const { number, status, outcome, place, assignee, createdAt } = order;
  const { day, fromHour, toHour } = wantedOf(order);
  return [
    number,
    sees.content ? categoryText(order) : categoryNames.other,
    titleOf(readableWords(order, sees) ?? ''),
    weekdayText(day),
    day === 0 ? '' : `${fromHour}:00-${toHour}:00`,
    orderStateText(status, outcome ?? null),
    place.gridName,
    sees.place ? place.label : place.gridName,
    sees.assignee ? (assignee?.name ?? '') : '',
    timeText(createdAt),
  ];
}
