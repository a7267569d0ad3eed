/** What the page says on which staff look at an order before anybody is sent. */
import type { OrderKind } from '../../../contracts/order';
import { choicesOf, type Choice } from '../../../text/choice';

const kinds: Record<OrderKind, string> = { service: '帮一把手', agency: '代办手续', wish: '微心愿' };

export const orderKindChoices = (values: readonly OrderKind[]): readonly Choice<OrderKind>[] =>
  choicesOf(values, kinds);

export const triageProblems = {
  yuan: '最多多少钱，填个整数；比社区定的上限多就不行。',
  words: '大家看得到的话写一句，不带名字和门牌。',
  shared: '已经有邻居算上自己的，不能再改成这样。',
  category: '这一样不收新单了，换一样。',
} as const;
