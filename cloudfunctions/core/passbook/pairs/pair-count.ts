import { collection, type Transaction } from '../../platform/database';
import { monthText } from '../../time/shanghai';
import type { PairWay } from '../../../../miniprogram/contracts/pair';

export interface PairPerson {
  readonly personId: string;
  readonly name: string;
}

/**
 * How often one person earned by another's word in a month. `_id` is `<communityId>:<pairKey>`. Whoever reads it sees
 * what came near the cap; nobody is accused by it.
 */
export interface PairCount {
  readonly _id: string;
  readonly communityId: string;
  /** Sorts by month and is unique in its community: `2026-11:<way>:<giver>:<earner>`. */
  readonly pairKey: string;
  /** `2026-11`, Shanghai's month. */
  readonly month: string;
  readonly way: PairWay;
  /** Whose word it was: the requester, or whoever signed. */
  readonly giver: PairPerson;
  readonly earner: PairPerson;
  /** How often it moved points, and how often it did not because the cap was reached. */
  readonly paid: number;
  readonly unpaid: number;
  readonly cap: number;
  /** Three quarters of the cap are reached, or more. */
  readonly near: boolean;
  /** What moved nothing, the newest last; at most `sourceLimit`. */
  readonly unpaidSources: readonly string[];
  /** A private order was among them: the giver is named to nobody but the secretary. */
  readonly private: boolean;
}

export const pairCounts = collection<PairCount>('pairs');

const sourceLimit = 20;
const nearPart = 3 / 4;

/** One case of a pair: by whose word somebody would earn, for what, and how often a month allows it. */
export interface PairCase {
  readonly communityId: string;
  readonly way: PairWay;
  readonly giver: PairPerson;
  readonly earner: PairPerson;
  readonly at: Date;
  readonly cap: number;
  readonly sourceId: string;
  readonly private: boolean;
}

export function pairIdOf({
  communityId,
  ...rest
}: Pick<PairCase, 'communityId' | 'way' | 'giver' | 'earner' | 'at'>): string {
  return `${communityId}:${pairKeyOf(rest)}`;
}

function pairKeyOf({ way, giver, earner, at }: Pick<PairCase, 'way' | 'giver' | 'earner' | 'at'>): string {
  return `${monthText(at)}:${way}:${giver.personId}:${earner.personId}`;
}

/** Whether the month still allows one more. Pure. */
export function isUnderCap(before: Pick<PairCount, 'paid'> | undefined, cap: number): boolean {
  return (before?.paid ?? 0) < cap;
}

/** The count after one more case. Pure. */
export function countPair(before: PairCount | undefined, one: PairCase, isPaid: boolean): PairCount {
  const paid = (before?.paid ?? 0) + (isPaid ? 1 : 0);
  const unpaid = (before?.unpaid ?? 0) + (isPaid ? 0 : 1);
  const { communityId, way, giver, earner, at, cap } = one;
  return {
    _id: pairIdOf(one),
    communityId,
    pairKey: pairKeyOf(one),
    month: monthText(at),
    way,
    giver,
    earner,
    paid,
    unpaid,
    cap,
    near: paid + unpaid >= cap * nearPart,
    unpaidSources: [...(before?.unpaidSources ?? []), ...(isPaid ? [] : [one.sourceId])].slice(-sourceLimit),
    private: one.private || (before?.private ?? false),
  };
}

/** Writes a count over an older one, or as the first. One write. */
export async function writePair(transaction: Transaction, count: PairCount, exists: boolean): Promise<void> {
  const { _id, ...fields } = count;
  if (exists) await transaction.update(pairCounts, _id, { set: fields });
  else await transaction.insert(pairCounts, count);
}
