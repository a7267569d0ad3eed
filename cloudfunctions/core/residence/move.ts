import type { AwardRefusal } from '../../../miniprogram/contracts/award';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { MoveDirection, MoveState, Tenure } from '../../../miniprogram/contracts/residence';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import type { PlaceRef } from '../place/place';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Who decided on a move, in which hat, when. */
export interface MoveDecision {
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
  readonly at: Date;
  readonly reason: string | null;
}

/**
 * Somebody who moved into a household or out of it, as its courtyard head registered it. Until the grid confirms it
 * nothing of it counts; what was decided stays, as the history of who lived where. `_id` derives from the call.
 */
export interface Move extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly direction: MoveDirection;
  readonly state: MoveState;
  /** The household. */
  readonly place: PlaceRef;
  /** Every place above the household, and itself. */
  readonly scopes: readonly string[];
  readonly name: string;
  /** Digits alone. */
  readonly phone: string;
  readonly phoneExtension?: string;
  /** Of somebody who moves in; null for who moves out. */
  readonly tenure: Tenure | null;
  /** Who it is: known from the beginning of who moves out, once it is confirmed of who moves in. */
  readonly personId: string | null;
  /** Where they lived before; null where that is not known, or was not here. */
  readonly formerPlaceId: string | null;
  /** `2026-11-28`, Shanghai's day. */
  readonly day: string;
  readonly askedBy: { readonly personId: string; readonly name: string };
  readonly at: Date;
  /** Sorts by `at` and is unique. */
  readonly listKey: string;
  readonly decision: MoveDecision | null;
  /** What it did to the book of the head (S1-19); null before, and where the rule gives nothing. */
  readonly award: { readonly points: number; readonly entryId: string } | { readonly refused: AwardRefusal } | null;
  /** What only one open move may be about; its own `_id` once it is decided. Unique. */
  readonly openKey: string;
  readonly updatedAt: Date;
  /** The calls that made it, and decided on it. */
  readonly requests: readonly RequestRecord[];
}

export const moves = collection<Move>('moves');
