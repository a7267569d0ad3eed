import type { LeavePreview } from '../../../contracts/post';
import { leaveTexts, moreInHand, nothingInHand, numbersLine, seatLine } from '../text/leave';
import { personLine } from '../text/posts';

export interface LeaveView {
  readonly name: string;
  readonly line: string;
  readonly seats: readonly string[];
  /** What becomes of the orders in their hands, each with their numbers. */
  readonly orders: readonly { readonly title: string; readonly numbers: string }[];
  readonly rest: string;
}

export function leaveView({ person, posts, hasMore, ...orders }: LeavePreview): LeaveView {
  const parts = (['lapsing', 'returning', 'paying'] as const).map((fate) => ({
    title: leaveTexts[fate](orders[fate].length),
    numbers: numbersLine(orders[fate]),
  }));
  const shown = parts.filter(({ title }) => title !== '');
  return {
    name: person.name,
    line: personLine(person),
    seats: posts.map(seatLine),
    orders: shown,
    rest: hasMore ? moreInHand : shown.length === 0 ? nothingInHand : '',
  };
}
