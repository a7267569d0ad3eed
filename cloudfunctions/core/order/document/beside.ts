/** What is noted of an order beside its moves: papers that somebody has, and what has to be told by telephone. */
import type { Hat } from '../../../../miniprogram/contracts/hat';
import type { MessageKind } from '../../../../miniprogram/contracts/message';
import { timeKey } from '../../platform/ids';

/** Whoever noted it, in which hat, when. */
interface Noted {
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
  readonly hat: Hat;
}

/** The latest word about one paper of the checklist: whether it is there. */
export interface PaperTick extends Noted {
  readonly paper: number;
  readonly done: boolean;
}

/** News for somebody without WeChat, which nobody has told them yet. */
export interface OwedNews {
  readonly kind: MessageKind;
  readonly at: Date;
  /** Who asked for the same in an order that was merged into this one; absent for the requester. */
  readonly to?: string;
}

/** Somebody told them on the telephone. */
export interface ToldNews extends Noted {
  readonly kinds: readonly MessageKind[];
  /** Whom, as `OwedNews` says it. */
  readonly to?: string;
}

export interface BesideMoves {
  /** One for each paper of which somebody said something; absent before the first. */
  readonly ticks?: readonly PaperTick[];
  /** The oldest first, bounded; absent where nothing was ever owed. */
  readonly owedNews?: readonly OwedNews[];
  /** Sorts what is owed by its oldest; null once all is told, absent where nothing was owed. */
  readonly newsKey?: string | null;
  /** The latest last, bounded. */
  readonly toldNews?: readonly ToldNews[];
}

/** News that are owed, with the key by which lists find who waits longest. */
export function withOwed(orderId: string, owedNews: readonly OwedNews[]): BesideMoves {
  const times = owedNews.map(({ at }) => at.getTime());
  return { owedNews, newsKey: times.length > 0 ? timeKey(new Date(Math.min(...times)), orderId) : null };
}
