import type { HelpKind } from '../../../miniprogram/contracts/help';
import type { Acts } from '../access/act';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { Helper } from './home-visit';

export interface HelpNote {
  readonly at: Date;
  readonly by: Helper;
  readonly words: string;
}

/**
 * That a branch helps one of its members in hardship, or in what they think about. It is the branch's own: whoever
 * keeps it, the helper and the member read it, and nobody else.
 */
export interface HelpCase extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly branchId: string;
  readonly personId: string;
  readonly name: string;
  readonly kind: HelpKind;
  readonly words: string;
  readonly helper: Helper;
  readonly openedAt: Date;
  readonly open: boolean;
  readonly notes: readonly HelpNote[];
  readonly outcome?: HelpNote;
  /** Of a closed one: when it is forgotten. */
  readonly keepUntil?: Date;
  readonly version: number;
  /** Of the calls that opened and changed it. */
  readonly requests: readonly RequestRecord[];
}

export const helpCases = collection<HelpCase>('helpCases');
