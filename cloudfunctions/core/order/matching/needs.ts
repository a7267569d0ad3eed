import type { NeedDay, NeedHour } from '../../../../miniprogram/contracts/need';
import { wallClock } from '../../time/shanghai';
import type { ListedOrder } from '../document/order';
import { isFreeAt } from './availability';
import type { Helper } from './helper';

/** The hours that a ledger shows, each from its beginning. */
export const ledgerHours: readonly number[] = Array.from({ length: 14 }, (_, index) => index + 8);

const saturday = 6;

/** On which day of the week and in which hours an order is wanted. */
interface Wanted {
  readonly day: NeedDay;
  readonly fromHour: number;
  readonly toHour: number;
}

/** Every day of the week as the ledger has it. Pure. */
export function needDayOf(at: Date): NeedDay {
  const { weekday } = wallClock(at);
  return weekday === 1 || weekday === 2 || weekday === 3 || weekday === 4 || weekday === 5 || weekday === 6
    ? weekday
    : 7;
}

/** When an order is wanted, by what was said on the day it was made; day 0 for whenever somebody can. Pure. */
export function wantedOf({ when, createdAt }: Pick<ListedOrder, 'when' | 'createdAt'>): Wanted {
  switch (when) {
    case 'saturday':
      return { day: saturday, fromHour: 8, toHour: 20 };
    case 'today-afternoon':
      return { day: needDayOf(createdAt), fromHour: 13, toHour: 18 };
    case 'today-evening':
      return { day: needDayOf(createdAt), fromHour: 18, toHour: 21 };
    case 'any':
      return { day: 0, fromHour: 0, toHour: 0 };
  }
}

/** Whether an order is still a need: nobody has done it yet, and it lies with nobody outside. Pure. */
export function isNeed({ status }: Pick<ListedOrder, 'status'>): boolean {
  return status === 'submitted' || status === 'dispatched' || status === 'accepted';
}

/** What is wanted in each hour of a day, and how many are free then beside their work (S2-15). Pure. */
export function needHours(
  day: NeedDay,
  needs: readonly Pick<ListedOrder, 'when' | 'createdAt'>[],
  helpers: readonly Helper[],
): readonly NeedHour[] {
  if (day === 0) return [];
  const wanted = needs.map(wantedOf).filter((one) => one.day === day);
  return ledgerHours.map((hour) => ({
    hour,
    needs: wanted.filter(({ fromHour, toHour }) => fromHour <= hour && hour < toHour).length,
    free: helpers.filter((helper) => isFreeAt(helper, day, hour)).length,
  }));
}
