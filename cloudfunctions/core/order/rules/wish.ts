import { daysAfter, startOfDay } from '../../time/shanghai';
import { redSaturday } from '../matching/red-saturday';
import type { OrderState, PublishedWish } from '../document/order';
import { defaultWishSaturdays } from '../policy';

/** The end of a Saturday in Shanghai, its Sunday's beginning: until then a wish is claimed for it and handed over. */
export function endOfSaturday(day: string): Date {
  return startOfDay(daysAfter(day, 1));
}

/**
 * A wish in the pool for the red Saturday that comes, with its clock: until that day's end somebody claims it.
 * @param listed for how many Saturdays it has been there, this one included
 */
export function listedWish(at: Date, listed: number) {
  const saturday = redSaturday(at);
  return {
    status: 'dispatched',
    pool: true,
    ruling: false,
    published: { saturday, listed },
    dispatchedAt: at,
    acceptBy: endOfSaturday(saturday),
    warnedAt: null,
    escalation: 0,
    late: false,
  } as const;
}

/** A wish that somebody claims at `at`: for the same day on a Saturday, else for the next one (S2-16). */
export function claimedWish(
  { kind, published }: Pick<OrderState, 'kind' | 'published'>,
  at: Date,
): { readonly published?: PublishedWish } {
  return kind === 'wish' ? { published: { saturday: redSaturday(at), listed: published?.listed ?? 0 } } : {};
}

/** Whether the Saturday for which it was claimed has not begun: nobody has handed it over. */
export function isBeforeSaturday({ kind, published }: Pick<OrderState, 'kind' | 'published'>, at: Date): boolean {
  return kind === 'wish' && published !== undefined && at.getTime() < startOfDay(published.saturday).getTime();
}

/** Whether a wish waits in the pool for who claims it. */
export function isListed({
  kind,
  status,
  pool,
  published,
}: Pick<OrderState, 'kind' | 'status' | 'pool' | 'published'>): boolean {
  return kind === 'wish' && status === 'dispatched' && pool && published !== undefined;
}

/** Whether it was in the pool for as many Saturdays as its terms give it. */
export function isListedEnough({ published, terms }: Pick<OrderState, 'published' | 'terms'>): boolean {
  return (published?.listed ?? 0) >= (terms.wishSaturdays ?? defaultWishSaturdays);
}
