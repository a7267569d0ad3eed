/** What the page of a new order says. */
import { orderCategories, visitTimes, type OrderCategory, type VisitTime } from '../../contracts/order';
import { ago, hourOf, spaced } from '../dates';
import { categoryChoices, visitTimeChoices, type Choice } from './names';

const frequent: readonly OrderCategory[] = ['repair', 'errand', 'escort', 'device', 'family', 'other'];
const rest = orderCategories.filter((category) => !frequent.includes(category));

/** The six that are asked for most; the others on demand, or when one of them is chosen already. */
export function offeredCategories(all: boolean, chosen: OrderCategory | ''): Choice<OrderCategory>[] {
  const more = all || (chosen !== '' && rest.includes(chosen));
  return categoryChoices(more ? [...frequent.slice(0, -1), ...rest, 'other'] : frequent);
}

/** The hour at which a part of today is over. */
const over: Partial<Record<VisitTime, number>> = { 'today-afternoon': 17, 'today-evening': 21 };
const isToCome = (when: VisitTime, nowMs: number): boolean => hourOf(nowMs) < (over[when] ?? 24);

/** Only times that are still to come. */
export const offeredTimes = (nowMs: number): Choice<VisitTime>[] =>
  visitTimeChoices(visitTimes.filter((when) => isToCome(when, nowMs)));

/** A time that was chosen and has passed since is any time. */
export const timely = (when: VisitTime, nowMs: number): VisitTime => (isToCome(when, nowMs) ? when : 'any');

/** Errands that the courtyard head would take part in. */
const agencies: readonly OrderCategory[] = ['schooling', 'birth', 'registration'];
export const mayBePrivate = (category: OrderCategory | ''): boolean => category !== '' && agencies.includes(category);

export interface Similar {
  readonly orderId: string;
  readonly version: number;
  readonly line: string;
}

export const similar = (
  order: { orderId: string; title: string; createdAt: string; version: number },
  nowMs: number,
): Similar => ({
  orderId: order.orderId,
  version: order.version,
  line: `同一个院${spaced(ago(order.createdAt, nowMs), '有人点过')}“${order.title}”。`,
});

export const missing = {
  category: '先点一下，是哪方面的事。',
  words: '说两句是什么事，写字、说话都行。',
  place: '还不知道您在哪儿，点“选地方”。',
  card: '这张卡用不了了，扫门口的新卡，或者自己选个地方。',
  photo: '照片没传上去，再交一次，或者先去掉它。',
  phone: '手机号没填对，看一眼再交。',
  anyPhone: '电话没填对：手机是十一位，座机带区号更好。',
  name: '怎么称呼他，写一个。',
  callName: '怎么称呼您，先填一个。',
  spot: '住哪个院还没选。',
} as const;
export const nowhere = '还没选地方';

/** In place of a refusal that no network caused: what she wrote is safe. */
export const keptLine = '网不通，已经存好了，连上网再点一次。';
export const againLine = '网通了，再点一次“提交”就行。';

/** After joining a neighbour's order, when she had written something of her own. */
export const afterJoining = {
  title: '算上您了',
  content: '您自己写的那几句没交上去，留着下回用吗？',
  confirmText: '不要了',
  cancelText: '留着',
} as const;
