import type { SimulationContext } from '../simulation-context';
import type { OrderSimulation } from '../order-simulation';
import { CurrentOrders } from './current-orders';
import { simulateEvergreen } from './evergreen';
import { simulateHousuoying } from './housuoying';
import { simulateChengdong } from './chengdong';

const simulators: Readonly<Record<string, (current: CurrentOrders) => void>> = {
  changqingteng: simulateEvergreen,
  housuoying: simulateHousuoying,
  chengdong: simulateChengdong,
};

/** Orders that are under way at `now`, each at a place where the demo's own people meet it. */
export function simulateCurrentOrders(context: SimulationContext): OrderSimulation[] {
  const current = new CurrentOrders(context);
  simulators[context.community.document._id]?.(current);
  return current.simulations;
}
