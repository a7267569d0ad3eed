/** A page that shows one order, named by the query's `orderId`, and what its reader may do about it. */
import type { OrderAction, OrderView } from '../../../contracts/order';
import * as orders from '../../../services/order';
import { orderActions, type OrderPageData } from './order-actions';
import type { PageOf } from '../../../page/page-data';
import { parameters } from '../../../page/parameters';
import { record } from '../../../page/record';
import type { Refused } from '../../../page/submit';

interface OrderPageOptions<Data> {
  /** What the order puts into `data`, when it is read and when something was done about it. */
  draw(order: OrderView): Partial<Data>;
  /** Beside the sheet: somebody is entering something. */
  isEditing?(data: Data): boolean;
  refuse?(refused: Refused, page: { load(): Promise<void> }): Partial<Data> | Promise<Partial<Data>>;
  /** Once it is done. */
  done(action: OrderAction, order: OrderView): void;
  readonly refreshOnShow?: boolean;
}

export function orderPage<Data extends OrderPageData<orders.OrderRef>>(options: OrderPageOptions<Data>) {
  const { draw, isEditing, refuse, done, refreshOnShow = false } = options;
  return {
    ...record({
      read: (page: PageOf<Data>) => orders.get(parameters(page)['orderId'] ?? ''),
      draw: (order) => ({ ...draw(order), busy: false, sheetVisible: false }),
      isEditing: ({ data }) => data.sheetVisible || (isEditing?.(data) ?? false),
      refreshOnShow,
    }),
    ...orderActions({
      draw: (order) => ({ ...draw(order), sheetVisible: false }),
      ...(refuse && { refuse }),
      done,
    }),
  };
}
