import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/** Somebody who proposed or decided it. */
interface Hand {
  readonly personId: string;
  readonly name: string;
  readonly at: Date;
}

/**
 * A member goes from one branch to another: one of the first proposes it, one of the second decides. All of somebody's
 * are the history of where they belonged.
 */
export interface Transfer extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly personId: string;
  readonly name: string;
  readonly from: TransferEnd;
  readonly to: TransferEnd;
  readonly reason: string;
  readonly open: boolean;
  readonly proposed: Hand;
  readonly decided: (Hand & { readonly agreed: boolean }) | null;
  /** Of the calls that proposed and decided it. */
  readonly requests: readonly RequestRecord[];
}

export interface TransferEnd {
  readonly branchId: string;
  readonly name: string;
}

export const transfers = collection<Transfer>('transfers');
