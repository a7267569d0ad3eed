import type { OrderCategory } from '../../../miniprogram/contracts/order';
import { emergency, errand, service, wish } from './plots';
import { profiles } from './profiles';
import type { Asking, Stage } from './stage';
import type { Tale } from './tale';
import { after, dayMs, someTimeOn } from './time';

/** Half a year. Everything that began in an earlier one has ended in it. */
export const eraDays = 182;
const settledDays = 24;

const plots = {
  repair: service,
  errand: service,
  escort: service,
  device: service,
  family: service,
  legal: service,
  counsel: service,
  other: service,
  emergency,
  schooling: errand,
  birth: errand,
  registration: errand,
  wish,
} as const satisfies Record<OrderCategory, (stage: Stage, asking: Asking) => Tale>;

/** The orders of one half-year before `now`; era 0 is the last one, whose newest orders are still under way. */
export function tellOrders(stage: Stage, era: number): Tale[] {
  const { neighbourhood, cast, chance, now } = stage;
  const profile = profiles[neighbourhood.community._id];
  if (profile === undefined) throw new Error(`no profile of ${neighbourhood.community._id}`);
  const start = after(now, -eraDays * (era + 1) * dayMs);
  const lastDay = eraDays - (era === 0 ? 1 : settledDays);
  const begin = (index: number, category: OrderCategory): Asking => {
    const asker = chance.one(cast.askers);
    const source = asker.openid === undefined || chance.in100(profile.byPhone) ? 'phone' : 'card';
    return {
      category,
      asker,
      source,
      at: someTimeOn(after(start, chance.between(0, lastDay) * dayMs), chance),
      key: `${era}:${index}`,
    };
  };
  const emergencies = Array.from({ length: profile.emergencies }, (_, index) => {
    const asking = begin(index, 'emergency');
    return {
      ...asking,
      at: new Date(Math.min(asking.at.getTime(), now.getTime() - settledDays * dayMs)),
      key: `${era}:urgent:${index}`,
    };
  });
  const others = Array.from({ length: profile.orders }, (_, index) =>
    begin(index, chance.weighted(profile.categories)),
  );
  return [...emergencies, ...others.filter(({ at }) => at.getTime() < now.getTime())].map((asking) =>
    plots[asking.category](stage, asking),
  );
}
