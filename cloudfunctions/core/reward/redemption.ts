import type { GoodPicture, RedemptionState } from '../../../miniprogram/contracts/reward';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * A thing that somebody put aside: their points and the thing are held until it is collected. `_id` derives from the
 * call that made it.
 */
export interface Redemption extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly name: string;
  readonly goodId: string;
  /** The thing as it was called then. */
  readonly goodName: string;
  readonly measure: string;
  readonly picture: GoodPicture;
  readonly quantity: number;
  /** For all of them, at the price of this version. */
  readonly points: number;
  readonly priceVersion: number;
  /** `2026-11`: the month whose limit it counts against. */
  readonly month: string;
  readonly state: RedemptionState;
  /** Twelve digits, known to its owner alone. */
  readonly code: string;
  readonly createdAt: Date;
  /** Sorts by creation and is unique: `timeKey(createdAt, _id)`. */
  readonly createdKey: string;
  readonly expiresAt: Date;
  /** Sorts by the moment at which `jobs` ends it, and is unique; null once it has ended. */
  readonly dueKey: string | null;
  /** The line that holds the points. */
  readonly held: { readonly entryId: string; readonly sequence: number };
  /** Null while it is held. `by` is null where the clock ended it. */
  readonly ended: RedemptionEnd | null;
  /** When it was made or ended. */
  readonly updatedAt: Date;
  /** The calls that made it and ended it. */
  readonly requests: readonly RequestRecord[];
}

export interface RedemptionEnd {
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string } | null;
  /** Why staff refused it. */
  readonly reason: string | null;
}

export const redemptions = collection<Redemption>('redemptions');

/** How many of a thing somebody took in a month. `_id` is `<goodId>:<month>:<personId>`. */
export interface Allowance {
  readonly _id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly month: string;
  readonly goodId: string;
  /** Put aside or collected; what was given back is not in it. */
  readonly taken: number;
}

export const allowances = collection<Allowance>('allowances');

export function allowanceIdOf({ goodId, month, personId }: Pick<Allowance, 'goodId' | 'month' | 'personId'>): string {
  return `${goodId}:${month}:${personId}`;
}
