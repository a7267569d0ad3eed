import type { HideReason } from '../../../miniprogram/contracts/moderation';
import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * That somebody decided what others read of a document, appealed against it, or blacked out a part of a photograph. It
 * stands among the looks at numbers, and holds nothing of what was written or shown.
 */
export interface ModerationLine {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'moderation';
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  readonly orderId: string;
  readonly orderNumber: string;
  /** Which part, as its document names it. */
  readonly part: string;
  readonly act: 'hide' | 'show' | 'appeal' | 'redact';
  readonly reason: HideReason | null;
  readonly request: RequestRecord;
  /** Its own `_id`: it takes nothing of a day. */
  readonly slot: string;
}

export const moderationAudit = collection<ModerationLine>('audit');
