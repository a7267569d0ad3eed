import type { MessageKind } from '../../../../miniprogram/contracts/message';

/** News that say until when. */
export const withDeadline: ReadonlySet<MessageKind> = new Set([
  'created',
  'offered',
  'dispatched',
  'returned',
  'restored',
  'passed-on',
  'published',
  'relisted',
  'expired',
  'due-soon',
]);

/** News that say until when an order in hand, or outside, may lie where it lies. */
export const withStageDeadline: ReadonlySet<MessageKind> = new Set([
  'to-vouch',
  'finish-soon',
  'to-call',
  'unreachable',
  'lapse-soon',
  'transferred',
  'answer-soon',
  'question',
]);
