import type { GridColour } from '../../../miniprogram/contracts/hat';
import type { OrderCategory } from '../../../miniprogram/contracts/order';
import { collection } from '../platform/database';

/** Somebody who can be called, as community documents carry them. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
}

/** A holder of a post, as the roster carries them. */
export interface Holder extends Contact {
  readonly personId: string;
}

/** One grid of the roster. A vacant post has no holder; the card then calls the duty phone. */
export interface GridAssignment {
  readonly gridId: string;
  readonly name: string;
  readonly path: string;
  readonly colour?: GridColour;
  readonly worker?: Holder;
  readonly leader?: Holder;
}

/** When the office answers, on Shanghai's clock. `days`: 1 Monday … 7 Sunday; minutes since midnight, `to` excluded. */
export interface DutyHours {
  readonly days: readonly number[];
  readonly fromMinute: number;
  readonly toMinute: number;
  /** As the card prints it. */
  readonly text: string;
}

/** What a confirmed order is worth. A rule is never changed: a new version follows it. */
export interface AwardRule {
  readonly ruleId: string;
  readonly version: number;
  readonly points: number;
}

/**
 * Data per community, changed only by a secretary and with a reason. An order takes a copy of its terms when it is
 * made.
 */
export interface Policy {
  /** Somebody is sent within these hours of an order's making. */
  readonly dispatchWithinHours: number;
  /** Somebody accepts within these hours of the first dispatch (S2-12). */
  readonly acceptWithinHours: number;
  /** The part of either time after which the people concerned are warned: 2/3. */
  readonly warnAt: number;
  /** Hours after a deadline at which grid worker, grid leader, secretary are told in turn. */
  readonly escalateAfterHours: readonly number[];
  /** After so many returns only the secretary dispatches. */
  readonly returnsBeforeRuling: number;
  /** So many silent days after completion close an order as unrated. */
  readonly silenceDays: number;
  /** What a confirmation moves to the member. */
  readonly award: AwardRule;
  /** Orders of these categories are private whatever the requester ticks. */
  readonly privateCategories: readonly OrderCategory[];
  /** Points of organisation life by class of members (S3-06); absent where the branch keeps no such book. */
  readonly attendance?: readonly AttendanceRule[];
}

/**
 * A class's standard for activities (S3-03, S3-04). `absent` is 0 for a class that is never deducted, negative else.
 */
export interface AttendanceRule {
  readonly memberClass: 'committee' | 'young' | 'senior' | 'special';
  readonly ruleId: string;
  readonly version: number;
  readonly present: number;
  readonly absent: number;
  readonly organised: number;
  readonly guided: number;
}

/** A community or village with its roster. At most 20 grids, so that one read answers a card. */
export interface Community {
  readonly _id: string;
  readonly name: string;
  readonly street: string;
  readonly branchName: string;
  readonly office: { readonly phone: string; readonly address: string; readonly hours: DutyHours };
  /** Who answers outside office hours. */
  readonly duty: Contact;
  /** Plain words: what the community can do. At most 8. */
  readonly services: readonly string[];
  readonly grids: readonly GridAssignment[];
  readonly secretary?: Holder;
  readonly policy: Policy;
}

export const communities = collection<Community>('communities');
