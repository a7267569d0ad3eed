import type { AwardRefusal } from '../../../../miniprogram/contracts/award';
import type { EvidenceKind, PhotoView } from '../../../../miniprogram/contracts/order';

/**
 * A person as an order remembers them; `openid` is null for a requester without WeChat, and where the roster alone
 * names somebody.
 */
export interface Party {
  readonly personId: string;
  readonly name: string;
  readonly phone: string;
  readonly phoneExtension?: string;
  readonly openid: string | null;
}

/** The hours of one day at which a helper said that they come. */
export interface Appointment {
  readonly from: Date;
  readonly until: Date;
}

/** Whoever does it. */
export interface Assignee extends Party {
  /** Does it by virtue of a post, or is no member: earns no service points. */
  readonly staff?: true;
  readonly appointment?: Appointment;
  /** Hours that had begun when others took their place, or a question did; the latest. */
  readonly missed?: Appointment;
  /** They said that they are at the door. */
  readonly arrivedAt?: Date;
  /** They have done their part while others are still at theirs. */
  readonly finishedAt?: Date;
}

export interface StoredPhoto {
  readonly fileId: string;
  /** WeChat's id of the content check that is under way; null when none was started. */
  readonly traceId: string | null;
  readonly state: PhotoView['state'];
}

export interface Evidence {
  readonly kind: EvidenceKind;
  readonly photos: readonly StoredPhoto[];
  readonly note: string | null;
}

/** What a confirmation did to the passbook of whoever did it. */
export type Award = { readonly points: number; readonly entryId: string } | { readonly refused: AwardRefusal };

/** Whoever does it beside the first: with evidence and an award of their own (docs/adr/0060-seats.md). */
export interface Helper extends Assignee {
  readonly acceptedAt: Date;
  readonly evidence: Evidence | null;
  readonly award: Award | null;
}

/** What became of an appeal: `lifted` takes the record back. */
export interface NoShowRuling {
  readonly lifted: boolean;
  readonly reason: string;
  readonly at: Date;
  readonly by: { readonly personId: string; readonly name: string };
}

/** Somebody had said when they come, and neither came nor said a word; recorded by the clock. */
export interface NoShow extends Appointment {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
  /** It counted as a return of the order: nobody else was at it. */
  readonly returned?: true;
  readonly appeal?: {
    readonly words: string;
    readonly at: Date;
    readonly ruling?: NoShowRuling;
    /** How often the clock told the secretary that it waits; absent for never. */
    readonly told?: number;
  };
}
