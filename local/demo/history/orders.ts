import type { OrderCategory } from '../../../miniprogram/contracts/order';
import { emergencyScenario, agencyScenario, serviceScenario, wishScenario } from './scenarios';
import { orderVolumes } from './order-volumes';
import type { OrderRequest, SimulationContext } from './simulation-context';
import type { OrderSimulation } from './order-simulation';
import { after, dayMs, someTimeOn } from './time';

/** Half a year. Everything that began in an earlier one has ended in it. */
export const halfYearDays = 182;
const settledDays = 24;

const scenarios = {
  repair: serviceScenario,
  errand: serviceScenario,
  escort: serviceScenario,
  device: serviceScenario,
  family: serviceScenario,
  legal: serviceScenario,
  counsel: serviceScenario,
  other: serviceScenario,
  emergency: emergencyScenario,
  schooling: agencyScenario,
  birth: agencyScenario,
  registration: agencyScenario,
  wish: wishScenario,
} as const satisfies Record<OrderCategory, (context: SimulationContext, request: OrderRequest) => OrderSimulation>;

/** The orders of one half-year before `now`; era 0 is the last one, whose newest orders are still under way. */
export function simulateOrders(context: SimulationContext, halfYear: number): OrderSimulation[] {
  const { community, participants, random, now } = context;
  const profile = orderVolumes[community.document._id];
  if (profile === undefined) throw new Error(`no profile of ${community.document._id}`);
  const start = after(now, -halfYearDays * (halfYear + 1) * dayMs);
  const lastDay = halfYearDays - (halfYear === 0 ? 1 : settledDays);
  const begin = (index: number, category: OrderCategory): OrderRequest => {
    const requester = random.pick(participants.requesters);
    const source = requester.openid === undefined || random.percent(profile.byPhone) ? 'phone' : 'card';
    return {
      category,
      requester,
      source,
      at: someTimeOn(after(start, random.integer(0, lastDay) * dayMs), random),
      key: `${halfYear}:${index}`,
    };
  };
  const emergencies = Array.from({ length: profile.emergencies }, (_, index) => {
    const request = begin(index, 'emergency');
    return {
      ...request,
      at: new Date(Math.min(request.at.getTime(), now.getTime() - settledDays * dayMs)),
      key: `${halfYear}:urgent:${index}`,
    };
  });
  const others = Array.from({ length: profile.orders }, (_, index) =>
    begin(index, random.pickWeighted(profile.categories)),
  );
  return [...emergencies, ...others.filter(({ at }) => at.getTime() < now.getTime())].map((request) =>
    scenarios[request.category](context, request),
  );
}
