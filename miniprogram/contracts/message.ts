export const messageKinds = [
  'created',
  'published',
  'relisted',
  'expired',
  'to-vouch',
  'passed-on',
  'dispatched',
  'offered',
  'accepted',
  'declined',
  'given-back',
  'returned',
  'completed',
  'solved',
  'closed',
  'reopened',
  'unsolved',
  'cancelled',
  'refused',
  'merged',
  'made-private',
  'restored',
  'transferred',
  'answered',
  'answer-soon',
  'unanswered',
  'question',
  'replied',
  'not-replied',
  'removed',
  'relocated',
  'due-soon',
  'overdue',
  'unreached',
  'finish-soon',
  'stalled',
  'finished',
  'to-call',
  'committee-to-call',
  'uncalled',
  'unreachable',
  'lapse-soon',
  'ruling',
  'reminded',
  'points',
  'vouched',
  'appointed',
  'helper-left',
  'moved-away',
  'no-show',
  'not-come',
  'seat-free',
  'passed-over',
  'appealed',
  'appeal-due',
  'appeal-lifted',
  'appeal-upheld',
  'part-hidden',
  'part-shown',
  'hiding-kept',
  'hiding-appealed',
  'part-waiting',
  'part-overdue',
  'reversal',
  'contested',
  'to-sign',
  'roll-to-sign',
  'grant-to-sign',
  'granted',
  'opened',
  'grant-refused',
  'points-expiring',
  'points-expired',
  'meeting-announced',
  'meeting-moved',
  'meeting-called-off',
  'leave-asked',
  'leave-granted',
  'leave-declined',
  'walk-in-asked',
  'walk-in-agreed',
  'walk-in-refused',
  'transfer-asked',
  'transfer-agreed',
  'transfer-refused',
  'home-visit-due',
  'upheld',
  'new-login',
  'login-released',
  'to-confirm',
  'change-asked',
  'erasure-asked',
  'change-approved',
  'change-refused',
  'enrolment-asked',
  'enrolled',
  'enrolment-refused',
  'visit-help',
  'visit-asked',
  'visit-confirmed',
  'move-asked',
  'move-confirmed',
  'move-refused',
  'moved-in',
  'moved-out',
  'ledger-alarm',
  'goods-offered',
  'goods-collected',
  'goods-released',
  'forward-calls',
  'complaint-made',
  'complaint-answered',
  'complaint-late',
  'complaint-passed',
  'alert-urgent',
  'alert-illness',
] as const;
export type MessageKind = (typeof messageKinds)[number];

export interface MessageView {
  readonly messageId: string;
  readonly kind: MessageKind;
  readonly at: string;
  readonly read: boolean;
  readonly orderId?: string;
  readonly title?: string;
  readonly name?: string;
  readonly points?: number;
  readonly until?: string;
  /** A line's number in its book, and the day that it is about: `2026-11-28`. */
  readonly sequence?: number;
  readonly day?: string;
  /** It is about an emergency. */
  readonly urgent?: true;
}

/** Template slots of subscription messages; the ids behind them are configuration. */
export const messageTemplates = ['order-news', 'offer-news', 'deadline-news'] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

export interface MessageApi {
  'message.list': { input: { cursor?: string }; output: { messages: readonly MessageView[]; next?: string } };
  'message.markRead': { input: { messageIds: string[]; requestId: string }; output: { unread: number } };
  /** What the person answered to WeChat's prompt: one accepted prompt is one message (platform.md §4). */
  'message.grant': {
    input: { accepted: MessageTemplate[]; requestId: string };
    output: { credits: Readonly<Record<MessageTemplate, number>> };
  };
}
