/** What the page of a new order says. */
import { orderMissing } from '../../../text/order/new-order';

/** What is missing before it can be submitted. */
export const missing = {
  ...orderMissing,
  place: '还不知道您在哪儿，点“选地方”。',
  card: '这张卡用不了了，扫门口的新卡，或者自己选个地方。',
  photo: '照片没传上去，再交一次，或者先去掉它。',
  phone: '电话没填对，看一眼再交。',
  name: '怎么称呼您，先填一个。',
} as const;

export const noPlace = '还没选地方';

/** In place of a refusal that no network caused: what she wrote is safe. */
export const savedLine = '网不通，已经存好了，连上网再点一次。';
export const onlineAgainLine = '网通了，再点一次“提交”就行。';

/** After joining a neighbour's order, when she had written something of her own. */
export const afterJoining = {
  title: '算上您了',
  content: '您自己写的那几句没交上去，留着下回用吗？',
  confirmText: '不要了',
  cancelText: '留着',
} as const;
