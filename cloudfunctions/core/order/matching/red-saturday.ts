import { dayText, wallClock } from '../../time/shanghai';

const dayMs = 86_400_000;

/** Saturday in `wallClock`'s count. */
const saturday = 6;

/**
 * The red Saturday that a claim at `at` belongs to, `2026-11-28`: the same day on a Saturday, else the next one, by
 * Shanghai's clock (S2-16).
 */
export function redSaturday(at: Date): string {
  const days = (saturday - wallClock(at).weekday + 7) % 7;
  return dayText(new Date(at.getTime() + days * dayMs));
}
