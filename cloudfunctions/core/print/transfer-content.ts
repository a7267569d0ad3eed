import { groupedPhone } from '../../../miniprogram/contracts/written-phone';
import type { Order } from '../order/document/order';
import { categoriesOf } from '../order/rules/categories';
import { wholePhone } from '../person/phone';
import type { Community } from '../place/community';
import type { TransferContent } from './rules/transfer-sheet';

/** What an order that was handed over says to whoever has it now. Pure. */
export function transferContent(order: Order, community: Community): TransferContent {
  const { number, words, place, requester, trail } = order;
  const handed = [...trail].reverse().find(({ action }) => action === 'transfer');
  const category = categoriesOf(community.policy.order).find(({ key }) => key === order.category);
  return {
    number,
    to: order.transferredTo ?? '',
    name: requester.name,
    phone: groupedPhone(wholePhone(requester)),
    isVerified: requester.verified,
    isPrivate: order.private,
    address: [community.street, community.name, place.label].join(' '),
    category: order.categoryName ?? category?.name ?? order.category,
    isUrgent: order.urgent,
    isFromCall: order.source === 'phone',
    words,
    askedAt: order.createdAt,
    photos: order.photos.length,
    handedAt: order.transferredAt ?? order.updatedAt,
    handedBy: handed?.by?.name ?? '',
    note: handed?.note ?? '',
    office: { name: community.name, phone: groupedPhone(community.office.phone) },
  };
}
