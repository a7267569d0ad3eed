import type { MessageKind } from '../../../../miniprogram/contracts/message';
import type { ListedOrder, OrderState, Party, TrailLine } from '../document/order';
import { withOwed, type BesideMoves, type OwedNews, type ToldNews } from '../document/beside';
import { isCalled, mergedCallers } from './relations';

/** More for one person than these are too many for one call: the latest stay. */
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

/**
 * These have a call of their own (`recordCall`), which is asked for, counted and goes up the levels. Nobody calls whose
 * order was merged about them, so that they hear of it as of the rest.
 */
const called: ReadonlySet<MessageKind> = new Set<MessageKind>(['completed', 'lapse-soon', 'unreached', 'unreachable']);

/**
 * Whom no message of an order reaches, and how its news name them: its requester without WeChat, and who asked for the
 * same without it in an order that was merged into this one.
 */
export function unreachedOf(
  order: Pick<ListedOrder, 'source' | 'requester' | 'joined'>,
): readonly { readonly party: Party; readonly to?: string }[] {
  return [
    ...(isCalled(order) ? [{ party: order.requester }] : []),
    ...mergedCallers(order).map((party) => ({ party, to: party.personId })),
  ];
}

/**
 * What a move leaves to be told on the telephone: its news for whoever has no WeChat. Whoever just spoke to the
 * requester has told them.
 * @param kindsFor of what somebody is told
 */
export function owedAfter(
  order: OrderState,
  line: Pick<TrailLine, 'action' | 'reason' | 'at'> | undefined,
  kindsFor: (personId: string) => readonly MessageKind[],
): BesideMoves {
  if (!line) return {};
  const { owedNews: before = [] } = order;
  const isSpoken = spoken.has(line.action) || (line.action === 'recordCall' && line.reason === 'reached');
  const owed = unreachedOf(order).reduce<readonly OwedNews[]>((all, { party, to }) => {
    if (to === undefined && isSpoken) return all.filter((one) => one.to !== undefined);
    const kinds = kindsFor(party.personId).filter((kind) => to !== undefined || !called.has(kind));
    const added = kinds.map((kind): OwedNews => ({ kind, at: line.at, ...(to !== undefined && { to }) }));
    const theirs = [...all.filter((one) => one.to === to), ...added].slice(-owedLimit);
    return added.length === 0 ? all : [...all.filter((one) => one.to !== to), ...theirs];
  }, before);
  return owed === before || (owed.length === 0 && before.length === 0) ? {} : withOwed(order._id, owed);
}

/** What one of those whom no message reaches is still to be told. */
export function owedTo({ owedNews = [] }: BesideMoves, to: string | undefined): readonly OwedNews[] {
  return owedNews.filter((one) => one.to === to);
}

/** Somebody told them all of it: the requester, or whoever else was named. */
export function toldAll(order: OrderState, who: Omit<ToldNews, 'kinds' | 'to'>, to: string | undefined): BesideMoves {
  const { owedNews = [], toldNews = [] } = order;
  const kinds = owedTo(order, to).map(({ kind }) => kind);
  const told: ToldNews = { ...who, kinds, ...(to !== undefined && { to }) };
  const rest = owedNews.filter((one) => one.to !== to);
  return { ...withOwed(order._id, rest), toldNews: [...toldNews, told].slice(-toldLimit) };
}
