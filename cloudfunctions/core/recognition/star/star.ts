import type { StarExclusion } from '../../../../miniprogram/contracts/star';
import type { Acts } from '../../access/act';
import { collection } from '../../platform/database';
import { derivedId } from '../../platform/ids';
import type { RequestRecord } from '../../platform/request';

/** Somebody among whom residents choose. */
export interface Finalist {
  readonly personId: string;
  readonly name: string;
  /** The grid that they serve, where another finalist has the same name. */
  readonly gridName?: string;
  readonly key: string;
  readonly households: number;
}

/**
 * The star of a month of a community. `_id` is `<communityId>:<month>`. The job gathers what was done once, when the
 * month is over; then residents vote, and the secretary has it counted.
 */
export interface StarMonth extends Acts {
  readonly _id: string;
  readonly communityId: string;
  /** `2026-10` */
  readonly month: string;
  readonly state: 'gathering' | 'voting' | 'decided';
  /** By chance; with it keys are made that name nobody. It is told to nobody. */
  readonly salt: string;
  readonly finalistsWanted: number;
  readonly votingUntil: Date;
  readonly finalists: readonly Finalist[];
  /** Everybody whom it names. */
  readonly personIds: readonly string[];
  /** Votes by finalists' keys, and who it is, once it is decided. */
  readonly votes: Readonly<Record<string, number>>;
  readonly winnerKeys: readonly string[];
  readonly decided: { readonly personId: string; readonly name: string; readonly at: Date } | null;
  readonly requests: readonly RequestRecord[];
}

/** One service of the month. `_id` is `<starId>:<orderId>:<key>`. */
export interface StarService {
  readonly _id: string;
  readonly communityId: string;
  readonly starId: string;
  /** Sorts them, and names neither the order nor who asked. */
  readonly inputKey: string;
  readonly to: string;
  readonly from: string;
  readonly excluded: StarExclusion | null;
}

/** A vote. `_id` is `<starId>:<personId>`: nobody has two. */
export interface StarVote extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly starId: string;
  readonly personId: string;
  /** The key of the finalist. */
  readonly to: string;
  /** The key of who voted. */
  readonly from: string;
  readonly at: Date;
  readonly requests: readonly RequestRecord[];
}

export const starMonths = collection<StarMonth>('starMonths');
export const starServices = collection<StarService>('starServices');
export const starVotes = collection<StarVote>('starVotes');

export const starIdOf = (communityId: string, month: string): string => `${communityId}:${month}`;
export const voteIdOf = (starId: string, personId: string): string => `${starId}:${personId}`;

const keyLength = 9;

/** What somebody, or a household, is called among the inputs of one month. */
export function starKey({ salt }: Pick<StarMonth, 'salt'>, id: string): string {
  return derivedId('', salt, id).slice(0, keyLength);
}
