/** What can be chosen for a new order now. */
import { defaultCategoryKeys, defaultCategoryTraits, type OfferedCategory } from '../../contracts/category';
import { visitTimes, type VisitTime } from '../../contracts/order';
import type { Choice } from '../../text/choice';
import { hourOf } from '../../text/dates';
import { categoryName, visitTimeChoices } from '../../text/order/names';

/** What the product itself offers, for a phone that has not heard yet what the community does. */
export const productCategories: readonly OfferedCategory[] = defaultCategoryKeys.map((key) => ({
  key,
  name: categoryName({ category: key }),
  kind: 'service',
  privacy: 'open',
  checklist: [],
  emergency: false,
  ...defaultCategoryTraits[key],
}));

/** So many are shown at first, and what fits nothing behind them. */
const frequent = 5;

const choice = ({ key, name }: OfferedCategory): Choice => ({ value: key, text: name });

/**
 * Those that are asked for most; the others on demand, or when one of them is chosen already. What is wrong at a
 * station is said at its door (station.report).
 */
export function offeredCategories(all: readonly OfferedCategory[], isAll: boolean, chosen: string): Choice[] {
  const offered = all.filter(({ key }) => key !== 'station').map(choice);
  const first = [...offered.slice(0, frequent), ...offered.slice(frequent).slice(-1)];
  const isShown = chosen === '' || first.some(({ value }) => value === chosen);
  return isAll || !isShown ? offered : first;
}

/** The hour at which a part of today is over. */
const endHours: Partial<Record<VisitTime, number>> = { 'today-afternoon': 17, 'today-evening': 21 };
const isToCome = (when: VisitTime, nowMs: number): boolean => hourOf(nowMs) < (endHours[when] ?? 24);

/** Only times that are still to come. */
export function offeredTimes(nowMs: number): Choice<VisitTime>[] {
  return visitTimeChoices(visitTimes.filter((when) => isToCome(when, nowMs)));
}

/** A time that was chosen and has passed since is any time. */
export function currentTime(when: VisitTime, nowMs: number): VisitTime {
  return isToCome(when, nowMs) ? when : 'any';
}
