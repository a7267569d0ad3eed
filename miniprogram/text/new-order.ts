/** What the page of a new order says. */
import { orderCategories, visitTimes, type OrderCategory, type VisitTime } from '../contracts/order';
import { ago } from './dates';
import { categoryChoices, visitTimeChoices, type Choice } from './orders';

const frequent: readonly OrderCategory[] = ['repair', 'errand', 'escort', 'device', 'family', 'other'];
const rest = orderCategories.filter((category) => !frequent.includes(category));

/** The six that are asked for most; the others on demand, or when one of them is chosen already. */
export function offeredCategories(all: boolean, chosen: OrderCategory | ''): Choice<OrderCategory>[] {
  const more = all || (chosen !== '' && rest.includes(chosen));
  return categoryChoices(more ? [...frequent.slice(0, -1), ...rest, 'other'] : frequent);
}

export const offeredTimes: Choice<VisitTime>[] = visitTimeChoices(visitTimes);

/** Errands that the courtyard head would take part in. */
const agencies: readonly OrderCategory[] = ['schooling', 'birth', 'registration'];
export const mayBePrivate = (category: OrderCategory | ''): boolean => category !== '' && agencies.includes(category);

export interface Similar {
  readonly orderId: string;
  readonly version: number;
  readonly line: string;
}

export const similar = (order: { orderId: string; title: string; createdAt: string; version: number }, nowMs: number): Similar => ({
  orderId: order.orderId,
  version: order.version,
  line: `同一个院 ${ago(order.createdAt, nowMs)} 有人点过“${order.title}”。`,
});

export const missing = { category: '先点一下，是哪方面的事。', words: '说两句是什么事，写字、说话都行。', place: '还不知道您在哪儿，点“选地方”。', card: '这张卡用不了了，扫门口的新卡，或者自己选个地方。', photo: '照片没传上去，再交一次，或者先去掉它。', phone: '电话没填对，看一眼再交。', name: '怎么称呼他，写一个。', callName: '怎么称呼您，先填一个。', spot: '住哪个院还没选。' } as const;
export const nowhere = '还没选地方';
