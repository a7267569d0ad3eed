import type { Hat } from '../../../miniprogram/contracts/hat';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** A reveal of a phone number, shown to its owner (谁看过我的电话). `_id` derives from the call that asked. */
export interface AuditLine {
  readonly _id: string;
  readonly communityId: string;
  readonly kind: 'reveal';
  readonly at: Date;
  /** Sorts by time and is unique: `timeKey(at, _id)`. */
  readonly timeKey: string;
  /** Whose number it is. */
  readonly ownerId: string;
  readonly by: { readonly personId: string; readonly name: string; readonly hat: Hat };
  /** What it was for: an order, or a household that is visited. */
  readonly orderId?: string;
  readonly orderNumber?: string;
  readonly placeId?: string;
  readonly placeLabel?: string;
  /** Where its owner called for help at `placeLabel`: whoever was told saw it. */
  readonly alertId?: string;
  /** On a list of whole numbers that went out as a file: why it was needed. */
  readonly listReason?: string;
  readonly request: RequestRecord;
  /** What it takes of the day's looks: `reveal:p1:2026-11-28:3`; its own `_id` where it takes nothing. Unique. */
  readonly slot: string;
}

export const audit = collection<AuditLine>('audit');
