import type { ConfirmationState, VisitOutcome } from '../../../miniprogram/contracts/visit';
import type { AwardRefusal } from '../../../miniprogram/contracts/award';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Whoever visits, or says that a visit was made. */
export interface Visitor {
  readonly personId: string;
  readonly name: string;
  readonly hat: Hat;
}

/** What became of a courtyard head's visit, by whose word, and what it did to their book (S1-19). */
export interface Confirmation {
  readonly state: ConfirmationState;
  readonly by: (Visitor & { readonly at: Date }) | null;
  readonly award: { readonly points: number; readonly entryId: string } | { readonly refused: AwardRefusal } | null;
}

/**
 * A visit that was made. It says that somebody was met, that something is to be done or that nobody opened, and few
 * words beside, which are forgotten; there is no field for how somebody is. `_id` derives from household, day and
 * visitor.
 */
export interface Visit extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  /** The household. */
  readonly placeId: string;
  readonly path: string;
  readonly label: string;
  /** Every place above the household, and itself. */
  readonly scopes: readonly string[];
  /** `2026-11-28`, Shanghai's day. */
  readonly day: string;
  readonly at: Date;
  readonly by: Visitor;
  readonly outcome: VisitOutcome;
  readonly note?: string;
  /** When the note is forgotten; absent where there is none. */
  readonly noteUntil?: Date;
  /** The day for which it had been planned; null for one that was not. */
  readonly plannedDay: string | null;
  /** Of a courtyard head's alone. */
  readonly confirmation: Confirmation | null;
  /** Somebody's word is waited for, until then. */
  readonly waiting: boolean;
  readonly waitUntil?: Date;
  /** Sorts by `at` and is unique. */
  readonly listKey: string;
  readonly updatedAt: Date;
  /** The calls that made it, and confirmed it. */
  readonly requests: readonly RequestRecord[];
}

export const visits = collection<Visit>('visits');
