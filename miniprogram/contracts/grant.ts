import type { NameApart } from './name-apart';
import type { PointUnit } from './passbook';

/** `grant`: points that somebody gives by hand. `opening`: the balance of a paper book, brought in once. */
export const grantKinds = ['grant', 'opening'] as const;
export type GrantKind = (typeof grantKinds)[number];

/** A line that is written by hand: proposed by one person, and signed by another. */
export interface GrantView extends NameApart {
  readonly grantId: string;
  readonly kind: GrantKind;
  readonly state: 'proposed' | 'signed' | 'refused';
  readonly personId: string;
  readonly personName: string;
  readonly unit: PointUnit;
  readonly points: number;
  /** The day on which it counts: `2026-11-20`. */
  readonly day: string;
  readonly reason: string;
  readonly proposedBy: string;
  readonly proposedAt: string;
  /** Who signed it, or refused it. */
  readonly settledBy?: string;
  readonly settledAt?: string;
  /** Why it was refused. */
  readonly refusal?: string;
  /** Why somebody else than the reader decides: it is for their own book, or they proposed it. */
  readonly mine?: 'book' | 'proposal';
  readonly maySign: boolean;
}

/** How much one person may give by hand in a month, and how much of it they gave. */
export interface GrantRoom {
  readonly cap: number;
  readonly used: number;
}

export interface GrantApi {
  /**
   * The first of two people. `day`: when what it is for happened, at most 31 days ago, of a balance from paper any day;
   * absent: today. Points are above zero; a balance from paper may lie below.
   */
  'passbook.proposeGrant': {
    input: {
      kind: GrantKind;
      personId: string;
      unit: PointUnit;
      points: number;
      day?: string;
      reason: string;
      requestId: string;
    };
    output: GrantView;
  };
  /** The newest first; `room` is the caller's own. */
  'passbook.listGrants': {
    input: { state: 'open' | 'settled'; cursor?: string };
    output: { grants: readonly GrantView[]; room: GrantRoom; next?: string };
  };
  /** The second person. Who does not agree says why. */
  'passbook.signGrant': {
    input: { grantId: string; agree: boolean; reason?: string; requestId: string };
    output: GrantView;
  };
}
