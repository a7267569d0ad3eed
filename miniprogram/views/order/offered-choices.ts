/** What can be chosen for a new order now. */
import { orderCategories, visitTimes, type OrderCategory, type VisitTime } from '../../contracts/order';
import type { Choice } from '../../text/choice';
import { hourOf } from '../../text/dates';
import { categoryChoices, visitTimeChoices } from '../../text/order/names';

const frequent: readonly OrderCategory[] = ['repair', 'errand', 'escort', 'device', 'family', 'other'];
/** What is wrong at a station is said at its door (station.report). */
const rest = orderCategories.filter((category) => category !== 'station' && !frequent.includes(category));

/** The six that are asked for most; the others on demand, or when one of them is chosen already. */
export function offeredCategories(isAll: boolean, chosen: OrderCategory | ''): Choice<OrderCategory>[] {
  const showsRest = isAll || (chosen !== '' && rest.includes(chosen));
  return categoryChoices(showsRest ? [...frequent.slice(0, -1), ...rest, 'other'] : frequent);
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
