import type { ListedOrder } from '../../order/document/order';
import { isOpenPartWithheld } from '../../order/rules/public-parts';
import { categoryText } from '../../order/text/categories';

/** A request as Open311 GeoReport v2 has it, with the fields that tell of nobody. */
export interface ServiceRequest {
  readonly service_request_id: string;
  readonly status: 'open' | 'closed';
  readonly service_code: string;
  readonly service_name: string;
  /** Of a wish what was written for the public; '' for everything else, whose words are for those who do it. */
  readonly description: string;
  readonly requested_datetime: string;
  readonly updated_datetime: string;
  /** The grid and no nearer: a courtyard may be one household. */
  readonly address: string;
}

/**
 * What anybody may read of an order: nothing of a private one, never who asked, where they live, or what they
 * wrote.
 */
export function serviceRequestOf(order: ListedOrder): ServiceRequest | null {
  if (order.private) return null;
  const { number, closed, category, createdAt, updatedAt, place, wish } = order;
  return {
    service_request_id: number,
    status: closed ? 'closed' : 'open',
    service_code: category,
    service_name: categoryText(order),
    description: wish && !isOpenPartWithheld(order) ? wish.publicWords : '',
    requested_datetime: createdAt.toISOString(),
    updated_datetime: updatedAt.toISOString(),
    address: place.gridName,
  };
}
