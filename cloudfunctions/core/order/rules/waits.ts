import type { ListedOrder } from '../document/order';
import type { OrderTerms } from '../document/terms';
import { defaultAnswerDays, defaultReplyWithinHours, defaultVouchWithinHours, defaultWishSaturdays } from '../policy';
import { isAsked, isTriedEnough } from './call';
import { isHeadsTurn } from './head-turn';
import { isListed } from './wish';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** What an open order waits for. */
export const waits = [
  'vouching',
  'dispatch',
  'acceptance',
  'claim',
  'completion',
  'call',
  'unreachable',
  'confirmation',
  'answer',
  'reply',
] as const;
export type Wait = (typeof waits)[number];

/** How long a wait may last, and what becomes of it then; docs/order-lifecycle.md tells it in prose. */
interface WaitRule {
  readonly limit: keyof OrderTerms;
  limitMs(terms: OrderTerms): number;
  /** `escalate`: it goes up the levels, and on. `lapse`: it closes the order. `passOn`: it is the next one's turn.
   * `relist`: a wish is published anew, or leaves the pool. `goOn`: the clock that stood still goes on. */
  readonly end: 'escalate' | 'lapse' | 'passOn' | 'relist' | 'goOn';
}

/** Every wait has an end: no status but `closed` is without one. */
export const waitRules: Readonly<Record<Wait, WaitRule>> = {
  vouching: {
    limit: 'vouchWithinHours',
    limitMs: ({ vouchWithinHours = defaultVouchWithinHours }) => vouchWithinHours * hourMs,
    end: 'passOn',
  },
  dispatch: {
    limit: 'dispatchWithinHours',
    limitMs: ({ dispatchWithinHours }) => dispatchWithinHours * hourMs,
    end: 'escalate',
  },
  acceptance: {
    limit: 'acceptWithinHours',
    limitMs: ({ acceptWithinHours }) => acceptWithinHours * hourMs,
    end: 'escalate',
  },
  claim: {
    limit: 'wishSaturdays',
    limitMs: ({ wishSaturdays = defaultWishSaturdays }) => wishSaturdays * 7 * dayMs,
    end: 'relist',
  },
  completion: {
    limit: 'completeWithinDays',
    limitMs: ({ completeWithinDays }) => completeWithinDays * dayMs,
    end: 'escalate',
  },
  call: { limit: 'callWithinHours', limitMs: ({ callWithinHours }) => callWithinHours * hourMs, end: 'escalate' },
  unreachable: { limit: 'silenceDays', limitMs: ({ silenceDays }) => silenceDays * dayMs, end: 'lapse' },
  confirmation: { limit: 'silenceDays', limitMs: ({ silenceDays }) => silenceDays * dayMs, end: 'lapse' },
  answer: {
    limit: 'answerWithinDays',
    limitMs: ({ answerWithinDays = defaultAnswerDays }) => answerWithinDays * dayMs,
    end: 'escalate',
  },
  reply: {
    limit: 'replyWithinHours',
    limitMs: ({ replyWithinHours = defaultReplyWithinHours }) => replyWithinHours * hourMs,
    end: 'goOn',
  },
};

/** What an order waits for now; null once it is closed. A return that was dispatched before waits for an acceptance. */
export function waitOf(
  order: Pick<
    ListedOrder,
    | 'status'
    | 'dispatchedAt'
    | 'source'
    | 'requester'
    | 'reachedAt'
    | 'completedAt'
    | 'triedOn'
    | 'terms'
    | 'kind'
    | 'private'
    | 'urgent'
    | 'headTurn'
    | 'pool'
    | 'published'
    | 'question'
  >,
): Wait | null {
  if (order.question) return 'reply';
  switch (order.status) {
    case 'submitted':
    case 'dispatched':
      if (isHeadsTurn(order)) return 'vouching';
      if (isListed(order)) return 'claim';
      return order.dispatchedAt === null ? 'dispatch' : 'acceptance';
    case 'accepted':
      return 'completion';
    case 'completed':
      if (isAsked(order)) return 'confirmation';
      return isTriedEnough(order) ? 'unreachable' : 'call';
    case 'outside':
      return 'answer';
    case 'closed':
      return null;
  }
}
