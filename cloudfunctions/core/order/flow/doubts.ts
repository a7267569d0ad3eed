import { withDoubts } from '../../moderation/rules/decide-case';
import { withIndexFields } from '../document/index-fields';
import type { Order } from '../document/order';
import { publicPartsOf } from '../rules/public-parts';

/** The order with these parts waiting for a person: WeChat's check was in doubt about them. */
export function withDoubtedParts(order: Order, parts: readonly string[], at: Date): Order {
  const doubted = publicPartsOf(order).filter(({ part }) => parts.includes(part));
  return doubted.length === 0 ? order : withIndexFields({ ...order, ...withDoubts(order, doubted, at) });
}
