import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { Order, TrailLine } from '../document/order';

/** What is said of a move, and to whom. */
export interface Announcement {
  readonly kind: MessageKind;
  readonly to: readonly (string | undefined)[];
}

/** A move as its recipients see it. */
export interface Change {
  readonly before: Order;
  readonly after: Order;
  readonly line: TrailLine;
  readonly byRequester: boolean;
}
