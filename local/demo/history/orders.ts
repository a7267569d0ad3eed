import { renumbered } from '../../../cloudfunctions/core/order/document/create-order';
import { withIndexFields } from '../../../cloudfunctions/core/order/document/index-fields';
import type { Order } from '../../../cloudfunctions/core/order/document/order';
import { simulateCurrentOrders } from './current';
import { halfYearDays, type NounGenerator } from './generator';
import type { DefaultCategory } from '../../../miniprogram/contracts/category';
import { emergencyScenario, agencyScenario, serviceScenario, wishScenario } from './scenarios';
import { orderVolumes } from './order-volumes';
import { withStream, type OrderRequest, type SimulationContext } from './simulation-context';
import type { OrderSimulation } from './order-simulation';
import { after, dayMs, someTimeOn } from './time';

const settledDays = 24;

const scenarios = {
  repair: serviceScenario,
  errand: serviceScenario,
  escort: serviceScenario,
  device: serviceScenario,
  family: serviceScenario,
  legal: serviceScenario,
  counsel: serviceScenario,
  hazard: serviceScenario,
  station: serviceScenario,
  other: serviceScenario,
  emergency: emergencyScenario,
  schooling: agencyScenario,
  birth: agencyScenario,
  'birth-registration': agencyScenario,
  registration: agencyScenario,
  wish: wishScenario,
} as const satisfies Record<DefaultCategory, (context: SimulationContext, request: OrderRequest) => OrderSimulation>;

/** The orders of one half-year; the newest ones of the last are still under way. */
function simulateOrders(context: SimulationContext, halfYear: number): OrderSimulation[] {
  const { community, participants, random, now } = context;
  const volume = orderVolumes[community.document._id];
  if (volume === undefined) throw new Error(`no volume of ${community.document._id}`);
  const start = after(now, -halfYearDays * (halfYear + 1) * dayMs);
  const lastDay = halfYearDays - (halfYear === 0 ? 1 : settledDays);
  const begin = (index: number, category: DefaultCategory): OrderRequest => {
    const requester = random.pick(participants.requesters);
    const source = requester.openid === undefined || random.percent(volume.byPhone) ? 'phone' : 'card';
    return {
      category,
      requester,
      source,
      at: someTimeOn(after(start, random.integer(0, lastDay) * dayMs), random),
      key: `${halfYear}:${index}`,
    };
  };
  const emergencies = Array.from({ length: volume.emergencies }, (_, index) => {
    const request = begin(index, 'emergency');
    return {
      ...request,
      at: new Date(Math.min(request.at.getTime(), now.getTime() - settledDays * dayMs)),
      key: `${halfYear}:urgent:${index}`,
    };
  });
  const others = Array.from({ length: volume.orders }, (_, index) =>
    begin(index, random.pickWeighted(volume.categories)),
  );
  return [...emergencies, ...others.filter(({ at }) => at.getTime() < now.getTime())].map((request) =>
    scenarios[request.category](context, request),
  );
}

/** Numbers of the last half-year are unique, as the database keeps them; older orders were made before it did. */
function numberedOnce(orders: readonly Order[], halfYear: number): readonly Order[] {
  const taken = new Set<string | undefined>();
  return orders.map((order) => {
    if (halfYear > 0) return withoutNumberKey(order);
    let numbered = order;
    for (let attempt = 1; taken.has(numbered.numberKey); attempt += 1) numbered = renumbered(order, attempt);
    taken.add(numbered.numberKey);
    return numbered;
  });
}

function withoutNumberKey({ numberKey: _numberKey, ...order }: Order): Order {
  return withIndexFields(order);
}

/** Orders of every kind, most of them over; in the last half-year those that show what each queue is for. */
export const orderGenerator: NounGenerator<Order> = {
  generate(context, halfYear) {
    const current = halfYear === 0 ? simulateCurrentOrders(withStream(context, 'current')) : [];
    const simulations = [...current, ...simulateOrders(withStream(context, `orders/${halfYear}`), halfYear)];
    return {
      documents: numberedOnce(
        simulations.map((simulation) => simulation.finish()),
        halfYear,
      ),
      postings: simulations.flatMap(({ postings }) => postings),
      deliveries: simulations.flatMap(({ deliveries }) => deliveries),
    };
  },
};
