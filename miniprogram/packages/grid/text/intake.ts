import { orderMissing } from '../../../text/order/new-order';

/** What is missing before an order taken by phone can be submitted. */
export const missing = {
  ...orderMissing,
  phone: '电话没填对：手机是十一位，座机带区号更好。',
  name: '怎么称呼他，写一个。',
  courtyard: '住哪个院还没选。',
} as const;
