import type { VisitTime } from '../../../../miniprogram/contracts/order';
import type { DefaultCategory } from '../../../../miniprogram/contracts/category';
import type { DemoPerson } from '../../people/people-builder';
import { type PlaceNode } from '../../places/tree';
import { dispatch, type OrderInProgress } from '../order-steps';
import { submitOrder, type SimulationContext } from '../simulation-context';
import type { OrderSimulation } from '../order-simulation';
import { after, hourMs, minuteMs } from '../time';

/** What somebody asked for not long ago. */
export interface CurrentRequest {
  readonly category: DefaultCategory;
  readonly words: string;
  readonly hoursAgo: number;
  readonly requester: DemoPerson & { home: PlaceNode };
  readonly when?: VisitTime;
  readonly source?: 'card' | 'phone';
  readonly private?: boolean;
  readonly vouched?: true;
}

/** What is under way right now, so that every queue has something in it. */
export class CurrentOrders {
  readonly simulations: OrderSimulation[] = [];

  constructor(readonly context: SimulationContext) {}

  /** Who lives in a household. @throws when nobody there may ask */
  atHome(household: string): DemoPerson & { home: PlaceNode } {
    const found = this.context.participants.requesters.find(({ home }) => home.label === household);
    if (found === undefined) throw new Error(`nobody asks at ${household}`);
    return found;
  }

  /** Asked so many hours ago; the order stands at that moment. */
  begin({ requester: who, hoursAgo, when = 'any', ...wanted }: CurrentRequest): OrderInProgress {
    const at = after(this.context.now, -hoursAgo * hourMs);
    const request = { ...wanted, requester: who, when, at, key: `current:${this.simulations.length}` };
    const progress = { context: this.context, request, simulation: submitOrder(this.context, request), at };
    this.simulations.push(progress.simulation);
    return progress;
  }

  /** … and the grid worker sent it on a little later. */
  dispatched(wanted: CurrentRequest, to: readonly DemoPerson[], laterMinutes = 40): OrderInProgress {
    const progress = this.begin(wanted);
    progress.at = after(progress.at, laterMinutes * minuteMs);
    dispatch(progress, to);
    return progress;
  }
}

/** Moves an order on to so many hours ago. */
export function hoursAgo(progress: OrderInProgress, hours: number): OrderInProgress {
  progress.at = after(progress.context.now, -hours * hourMs);
  return progress;
}
