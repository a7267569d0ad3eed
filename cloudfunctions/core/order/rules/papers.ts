import type { OrderState } from '../document/order';
import type { PaperTick } from '../document/beside';
import { relationsOf, type OrderActor } from './relations';
import type { Relation } from './lifecycle';

/** Who has the papers in hand: whoever asks, or staff who speak for them, and whoever does it. */
const tickers: readonly Relation[] = ['requester', 'caller', 'assignee'];

/** Whether somebody has the papers in hand; of an errand also the grid worker, who is to do it. */
export function isTicker(order: OrderState, actor: OrderActor): boolean {
  const relations = relationsOf(order, actor);
  return tickers.some((one) => relations.has(one)) || (order.kind === 'agency' && relations.has('worker'));
}

/** Whether somebody may say which papers are there, as long as the order is open. */
export function mayTick(order: OrderState, actor: OrderActor): boolean {
  return order.status !== 'closed' && (order.checklist ?? []).length > 0 && isTicker(order, actor);
}

/** What was said of papers that the other list names, too; the rest is of no use any more. */
export function ticksOf(
  { checklist = [], ticks = [] }: Pick<OrderState, 'checklist' | 'ticks'>,
  other: readonly string[],
): readonly PaperTick[] {
  const kept = ticks.map((tick) => ({ ...tick, paper: other.indexOf(checklist[tick.paper] ?? '') }));
  return kept.filter(({ paper }) => paper >= 0).sort((one, next) => one.paper - next.paper);
}

/** The latest word about each paper, with this one. */
export function withTick({ ticks = [] }: Pick<OrderState, 'ticks'>, tick: PaperTick): readonly PaperTick[] {
  return [...ticks.filter(({ paper }) => paper !== tick.paper), tick].sort((one, other) => one.paper - other.paper);
}
