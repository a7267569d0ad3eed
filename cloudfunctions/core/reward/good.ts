import type { GoodPicture } from '../../../miniprogram/contracts/reward';
import type { Acts } from '../access/act';
import { collection } from '../platform/database';
import type { RequestRecord } from '../platform/request';
import type { GoodMonth } from './rules/stock';

interface Somebody {
  readonly personId: string;
  readonly name: string;
}

/** A price of a thing, for good: a later one follows it. */
export interface GoodPrice {
  /** From 1, without a gap. */
  readonly version: number;
  /** Points for one. */
  readonly points: number;
  readonly since: Date;
  readonly by: Somebody;
  readonly reason: string;
}

/** What somebody counted on the shelf, until a second person looks. */
export interface Stocktake {
  readonly counted: number;
  /** What the books said then. */
  readonly expected: number;
  readonly reason: string;
  readonly by: Somebody;
  readonly at: Date;
}

/** A thing of a community's catalogue, with its stock. At most `limits.goods` of a community. */
export interface Good extends Acts {
  readonly _id: string;
  readonly communityId: string;
  readonly name: string;
  readonly measure: string;
  readonly picture: GoodPicture;
  /** How many one person takes in a month. */
  readonly limit: number;
  readonly offered: boolean;
  /** The newest last; at most `priceLimit`. */
  readonly prices: readonly GoodPrice[];
  /** On the shelf. */
  readonly onHand: number;
  /** Of these, put aside: for vouchers, and for those who are asked whether they take it. */
  readonly reserved: number;
  /** How many people wait and were not asked yet. */
  readonly waiting: number;
  /** Somebody waits, and something is free: `jobs` asks them. */
  readonly offerable: boolean;
  /** The last months in which anything moved, oldest first. */
  readonly months: readonly GoodMonth[];
  readonly stocktake: Stocktake | null;
  /** Counts what the secretary decided on it. */
  readonly version: number;
  /** Counts deliveries and counts, each of which leaves a line. */
  readonly lines: number;
  /** The last writes of staff, so that a repeat is recognised. */
  readonly requests: readonly RequestRecord[];
}

export const goods = collection<Good>('goods');

/** Prices that a thing remembers. */
export const priceLimit = 60;
const requestLimit = 10;

export function withRequest({ requests }: Pick<Good, 'requests'>, request: RequestRecord): Good['requests'] {
  return [...requests, request].slice(-requestLimit);
}

/** The price that holds now. @throws Error for a thing without one, which nothing writes */
export function priceOf({ _id, prices }: Pick<Good, '_id' | 'prices'>): GoodPrice {
  const price = prices.at(-1);
  if (!price) throw new Error(`${_id} has no price`);
  return price;
}
