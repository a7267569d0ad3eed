import type { OrderView } from '../../../contracts/order';
import { residentStep, staffStep, upcomingSteps } from '../text/trail';

/** One step of an order, as components/order/trail draws it. */
export interface Step {
  /** Its place among the steps. */
  readonly key: string;
  readonly state: 'done' | 'now' | 'next';
  readonly title: string;
  readonly line: string;
}

/** What happened, what is on, and what is still to come, as the resident sees it. */
export function progressSteps(order: OrderView, nowMs: number): Step[] {
  const past = order.trail.map((_line, index) => ({ state: 'done' as const, ...residentStep(order, index) }));
  const upcoming = upcomingSteps(order, nowMs).map((step, index) => ({
    state: index === 0 ? ('now' as const) : ('next' as const),
    ...step,
  }));
  return [...past, ...upcoming].map((step, index) => ({ key: String(index), ...step }));
}

/** Who, in which hat, when and why. */
export function trailSteps(order: OrderView): Step[] {
  return order.trail.map((line, index) => ({ key: String(index), state: 'done', ...staffStep(order, line) }));
}
