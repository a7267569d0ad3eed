import type { GrantKind } from '../../../../miniprogram/contracts/grant';
import type { MemberClass, PointUnit } from '../../../../miniprogram/contracts/passbook';
import type { Acts } from '../../access/act';
import type { Outbox } from '../../message/outbox';
import { branchIdOf } from '../../place/branch';
import { collection } from '../../platform/database';
import type { RequestRecord } from '../../platform/request';

interface Bookkeeper {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * A line that two people write by hand. `_id` follows from the request; of a balance from paper it is
 * `opening:<bookId>:<number>`, so that there is one at a time.
 */
export interface Grant extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  /** The branch that keeps the book: its people propose and sign. */
  readonly branchId: string;
  readonly branchName: string;
  readonly kind: GrantKind;
  readonly bookId: string;
  readonly personId: string;
  readonly personName: string;
  readonly memberClass: MemberClass | null;
  readonly unit: PointUnit;
  readonly points: number;
  /** When what it is for happened, in Shanghai: `2026-11-20`. */
  readonly day: string;
  readonly reason: string;
  readonly state: 'proposed' | 'signed' | 'refused';
  readonly open: boolean;
  /** Sorts by proposal and is unique: `timeKey(at, _id)`. */
  readonly sinceKey: string;
  readonly proposal: Bookkeeper;
  /** Points that its proposer may give in a month, as the policy was when it was proposed. */
  readonly cap: number;
  readonly settled: (Bookkeeper & { readonly refusal: string | null }) | null;
  /** The calls that proposed and settled it. */
  readonly requests: readonly RequestRecord[];
}

export const grants = collection<Grant>('grants');

/**
 * What one person gave by hand in a month, in all branches of the community, once it was signed. Kept under the
 * community's first branch: `_id` is `<branchId>:<month>:<personId>`.
 */
export interface GrantMonth {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  /** `2026-11`, Shanghai's month. */
  readonly month: string;
  readonly personId: string;
  readonly name: string;
  readonly points: number;
  readonly grants: number;
}

export const grantMonths = collection<GrantMonth>('grantMonths');

export function grantMonthId(communityId: string, month: string, personId: string): string {
  return `${branchIdOf(communityId)}:${month}:${personId}`;
}

/** The posting key of a line that was written by hand. */
export function grantKey(grantId: string): string {
  return `grant:${grantId}`;
}
