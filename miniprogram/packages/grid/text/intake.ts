import { orderMissing } from '../../../text/order/new-order';

/** What is missing before an order taken by phone can be submitted. */
export const missing = {
  ...orderMissing,
  phone: '电话没填对：手机是十一位，座机带区号更好。',
  name: '怎么称呼他，写一个。',
  courtyard: '住哪个院还没选。',
} as const;

/** Before a call becomes an order beside others that are not done. */
export const lookFirst = '这个号码或这个院还有没办完的单，先看一眼；不是一回事，再点一次。';

/** The same words of the same number and courtyard are not done yet. */
export function sameLine(number: string): string {
  return `这个号码这件事已经记下了，${number} 还没办完。`;
}
