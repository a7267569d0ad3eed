import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { OrderState, TrailLine } from '../document/order';
import { withOwed, type BesideMoves, type OwedNews, type ToldNews } from '../document/beside';
import { isCalled } from './relations';

/** More of one order than these are too many for one call: the latest stay. */
const owedLimit = 6;
const toldLimit = 20;

/** Moves by which staff pass on what the requester just said to them on the telephone. */
const spoken: ReadonlySet<TrailLine['action']> = new Set<TrailLine['action']>([
  'create',
  'confirm',
  'changeRating',
  'makePrivate',
  'reopen',
  'cancel',
  'answerQuestion',
]);

/** These have a call of their own (`recordCall`), which is asked for, counted and goes up the levels. */
const called: ReadonlySet<MessageKind> = new Set<MessageKind>(['completed', 'lapse-soon', 'unreached', 'unreachable']);

/**
 * What a move leaves to be told on the telephone: its news for a requester without WeChat. Whoever just spoke to them
 * has told them.
 */
export function owedAfter(
  order: OrderState,
  line: Pick<TrailLine, 'action' | 'reason' | 'at'> | undefined,
  kinds: readonly MessageKind[],
): BesideMoves {
  if (!line || !isCalled(order)) return {};
  const { owedNews: before = [] } = order;
  const isSpoken = spoken.has(line.action) || (line.action === 'recordCall' && line.reason === 'reached');
  if (isSpoken) return before.length > 0 ? withOwed(order._id, []) : {};
  const added = kinds.filter((kind) => !called.has(kind)).map((kind): OwedNews => ({ kind, at: line.at }));
  return added.length === 0 ? {} : withOwed(order._id, [...before, ...added].slice(-owedLimit));
}

/** Somebody told them all of it. */
export function toldAll(order: OrderState, who: Omit<ToldNews, 'kinds'>): BesideMoves {
  const { owedNews = [], toldNews = [] } = order;
  const told: ToldNews = { ...who, kinds: owedNews.map(({ kind }) => kind) };
  return { ...withOwed(order._id, []), toldNews: [...toldNews, told].slice(-toldLimit) };
}
