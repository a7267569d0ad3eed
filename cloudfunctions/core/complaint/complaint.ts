import type { ComplaintReceiver, ComplaintState, ComplaintSubject } from '../../../miniprogram/contracts/complaint';
import type { Hat } from '../../../miniprogram/contracts/hat';
import type { Acts } from '../access/act';
import type { Outbox } from '../message/outbox';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';

/**
 * What somebody complains about or suggests. They and whoever answers read it, and nobody else. `_id` derives from who
 * wrote it, the day, and how many came before.
 */
export interface Complaint extends Outbox, Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly about: ComplaintSubject;
  readonly words: string;
  /** Who wrote it, under the name of that day. */
  readonly author: { readonly personId: string; readonly name: string };
  readonly state: ComplaintState;
  readonly receiver: ComplaintReceiver;
  readonly at: Date;
  /** Sorts by `at` and is unique. */
  readonly listKey: string;
  readonly answerBy: Date;
  /** When the clock strikes; absent once it did, and once it is answered. */
  readonly nextAt?: Date;
  readonly isLate: boolean;
  readonly answer?: {
    readonly words: string;
    readonly personId: string;
    readonly name: string;
    readonly hat: Hat;
    readonly at: Date;
  };
  /** When it is forgotten; absent until it is answered. */
  readonly keepUntil?: Date;
  readonly updatedAt: Date;
  /** Of the calls that made and answered it. */
  readonly requests: readonly RequestRecord[];
}

export const complaints = collection<Complaint>('complaints');

/** Fields that no list needs. */
export const unlistedComplaint = ['outbox', 'acts', 'requests'] as const;

/** So long a complaint is kept after its answer. */
export const complaintKeepDays = 730;
