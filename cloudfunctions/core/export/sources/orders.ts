import { listedOrders, unlisted, type ListedOrder } from '../../order/document/order';
import { titleOf } from '../../../../miniprogram/contracts/order-title';
import { readableWords } from '../../order/rules/readable-parts';
import { holdersOf } from '../../order/rules/seats';
import type { OrderActor } from '../../order/rules/relations';
import { categoryNames, categoryText } from '../../order/text/categories';
import { visibilityOf } from '../../order/rules/visibility';
import { maskedPhone } from '../../person/phone';
import type { Condition } from '../../platform/database';
import { monthStart } from '../../time/shanghai';
import type { Export } from '../document/export';
import { headers, orderStateText } from '../text/labels';
import { timeText } from '../text/times';
import { nextAfter, plainRow, readAtOnce, type Source } from './source';

/** Orders as whoever asked sees them in their lists, open ones first, newest first; one read for 99 of them. */
export const ordersOf: Source = {
  headers: headers.orders,
  isNamed: false,
  async read(database, one, cursor) {
    const [half = 'open', after] = (cursor ?? 'open').split('|');
    const found = await database.find(listedOrders, {
      where: { scopes: one.grid?.gridId ?? one.communityId, closed: half === 'closed', createdKey: within(one, after) },
      sort: { createdKey: 'desc' },
      limit: readAtOnce,
      exclude: unlisted,
    });
    const next = nextAfter(found, ({ createdKey }) => createdKey);
    const actor = actorOf(one);
    const rows = found.flatMap((order) => {
      const cells = cellsOf(order, actor);
      return cells ? [plainRow(cells)] : [];
    });
    if (next !== null) return { rows, next: `${half}|${next}` };
    return { rows, next: half === 'open' ? 'closed' : null };
  },
};

/** The months of Shanghai; keys begin with the moment. */
function within({ month }: Export, after: string | undefined): Condition {
  if (month === null) return after === undefined ? { gt: '' } : { gt: '', lt: after };
  const [year = 0, number = 1] = month.split('-').map(Number);
  const until = monthStart(year, number + 1).toISOString();
  return { gte: monthStart(year, number).toISOString(), lt: after === undefined || after > until ? until : after };
}

/** The reader of an export, as the rules of orders see them. */
export function actorOf({ personId, communityId, by: { name, hat, path, openid } }: Export): OrderActor {
  return { personId, name, phone: '', openid, hat, path, communityId, courtyardId: null, teamId: null };
}

/** What they may not see of a private order is empty here as there; numbers are masked always. */
function cellsOf(order: ListedOrder, actor: OrderActor): readonly string[] | undefined {
  const sees = visibilityOf(order, actor);
  if (!sees) return undefined;
  const { number, status, outcome, place, requester, createdAt, closedAt } = order;
  const helpers = holdersOf(order).map(({ name }) => name);
  return [
    number,
    sees.content ? categoryText(order) : categoryNames.other,
    titleOf(readableWords(order, sees) ?? ''),
    orderStateText(status, outcome ?? null),
    place.gridName,
    sees.place ? place.label : place.gridName,
    sees.requester ? requester.name : '',
    sees.requester && requester.phone !== '' ? maskedPhone(requester.phone) : '',
    sees.assignee ? helpers.join('、') : '',
    timeText(createdAt),
    closedAt ? timeText(closedAt) : '',
  ];
}
