import type { CourtyardHead } from '../../../cloudfunctions/core/order/document/order';
import type { OrderActor } from '../../../cloudfunctions/core/order/rules/relations';
import type { VisitTime } from '../../../miniprogram/contracts/order';
import type { DefaultCategory } from '../../../miniprogram/contracts/category';
import type { SeededRandom } from '../random';
import type { DemoCommunity } from '../communities/community-builder';
import type { DemoPerson } from '../people/people-builder';
import { photosOfAsking } from '../photos';
import { within, type PlaceNode } from '../places/tree';
import { requesterOf, type Participants } from './participants';
import { OrderSimulation } from './order-simulation';
import type { PairCounts } from './pair-counts';
import { requestTexts } from './sample-texts';

/** What a simulation runs in: one community, its people, a random stream, and the moment at which it ends. */
export interface SimulationContext {
  readonly community: DemoCommunity;
  readonly participants: Participants;
  readonly pairs: PairCounts;
  readonly random: SeededRandom;
  readonly now: Date;
}

/** The same with a random stream of its own, named by what it makes. */
export function withStream(context: SimulationContext, name: string): SimulationContext {
  return { ...context, random: context.random.stream(name) };
}

/** What somebody asks for; what is left out is drawn at random. */
export interface OrderRequest {
  readonly category: DefaultCategory;
  readonly requester: DemoPerson & { home: PlaceNode };
  readonly at: Date;
  readonly words?: string;
  readonly when?: VisitTime;
  readonly source?: 'card' | 'phone';
  readonly private?: boolean;
  /** The courtyard's head vouches for it first. */
  readonly vouched?: true;
  /** Distinguishes orders that begin at the same time. */
  readonly key: string;
}

const visitTimes = [
  ['any', 40],
  ['saturday', 20],
  ['today-afternoon', 25],
  ['today-evening', 15],
] as const;

/** Somebody asks: with a card in hand, or on the phone, where the grid worker writes it down. */
const headOf = ({ personId, name }: OrderActor): CourtyardHead => ({ personId, name });

export function submitOrder(
  { community, participants, pairs, random, now }: SimulationContext,
  request: OrderRequest,
): OrderSimulation {
  const { requester, category, at, source = 'card' } = request;
  const node = within(requester.home, 'courtyard');
  const by = source === 'phone' ? participants.holder('gridWorker', node) : participants.resident(requester);
  const words = request.words ?? random.pick(requestTexts[category]);
  const newOrder = {
    community: community.document,
    at,
    node,
    category,
    words,
    photos: source === 'card' ? photosOfAsking(words) : [],
    when: request.when ?? random.pickWeighted(visitTimes),
    requester: requesterOf(requester),
    source,
    by,
    private: request.private ?? false,
    key: request.key,
    ...(request.vouched && { head: headOf(participants.holder('courtyardHead', node)) }),
  };
  return new OrderSimulation(newOrder, { now, pairs, personOf: (personId) => participants.homeAndPhone(personId) });
}
