import type { OrderSummary, OrderView } from './order';

/** An order as members would find it in the pool: in the list, and opened. */
export interface PublicPreview {
  readonly listed: OrderSummary;
  readonly opened: OrderView;
}
