/** Lists longer than a page, cut as the cloud cuts them. */
import type { OrderPage, OrderSummary } from '../../../miniprogram/contracts/order';
import { answered, type Called, type MountedPage } from '../../support/simulate';
import { leak } from './orders';

const size = 20;

/** A page of a list; a cursor is the place where it begins. */
export function paged<Line>(all: readonly Line[], cursor = '0'): { page: readonly Line[]; next?: string } {
  const at = Number(cursor);
  return { page: all.slice(at, at + size), ...(at + size < all.length && { next: String(at + size) }) };
}

export const orders = (count: number, title: string): OrderSummary[] =>
  Array.from({ length: count }, (_, index) => ({
    ...leak,
    orderId: `${title}-${index + 1}`,
    title: `${title}${index + 1}`,
  }));

export function ordersPage(all: readonly OrderSummary[], cursor?: string): { ok: true; data: OrderPage } {
  const { page, ...rest } = paged(all, cursor);
  return answered({ orders: page, ...rest });
}

/** What each call asked for, the first page by nothing. */
export const cursors = (calls: readonly Called[]): unknown[] => calls.map((call) => call.input['cursor']);

export async function changePage(page: MountedPage, to: 'older' | 'newer'): Promise<void> {
  page.call('changePage', { to });
  await page.settle();
}
