/** Courtyard points and what they buy (S1-19 to S1-21). Points are whole; money is in whole cents (分). */

/** Pictures of things that the package carries. */
export const goodPictures = ['laundry', 'tissue', 'dish', 'cleaner', 'other'] as const;
export type GoodPicture = (typeof goodPictures)[number];

/**
 * `held`: points and things are put aside until it is collected. The others end it: handed over, given up by its owner,
 * refused by staff, or not collected in time.
 */
export const redemptionStates = ['held', 'collected', 'cancelled', 'refused', 'expired'] as const;
export type RedemptionState = (typeof redemptionStates)[number];

/** A thing of the catalogue, as redemptions and lists name it. */
export interface GoodName {
  readonly goodId: string;
  readonly name: string;
  /** What one of it is called: 瓶, 提. */
  readonly measure: string;
  readonly picture: GoodPicture;
}

/** A thing as a courtyard head sees it. */
export interface GoodView extends GoodName {
  /** Points for one. */
  readonly price: number;
  readonly priceVersion: number;
  /** How many nobody has put aside. */
  readonly free: number;
  /** How many one person takes in a month, and how many the reader took. */
  readonly limit: number;
  readonly taken: number;
  /** How many the reader may take now; 0 for none. */
  readonly most: number;
  /** The reader's place in the line: waiting, or asked until `until`. */
  readonly waiting?: { readonly quantity: number; readonly state: 'waiting' | 'offered'; readonly until?: string };
  readonly mayWait: boolean;
}

/** What a courtyard head has put aside, with the code that collects it. */
export interface VoucherView extends GoodName {
  readonly redemptionId: string;
  readonly state: RedemptionState;
  readonly quantity: number;
  readonly points: number;
  readonly createdAt: string;
  /** Not collected before this moment, everything is given back. */
  readonly expiresAt: string;
  /** Twelve digits; what the picture says, too. */
  readonly code: string;
  /** A QR code as a data URL; where a single voucher is read, and only while it is held. */
  readonly codeImage?: string;
  readonly endedAt?: string;
  /** Why staff refused it. */
  readonly reason?: string;
  readonly mayCancel: boolean;
}

export interface RewardsView {
  /** `2026-11`, Shanghai's month, and when it ends. */
  readonly month: string;
  readonly monthEndsAt: string;
  /** What may be spent; below zero where an award was undone after its points were spent. */
  readonly balance: number;
  readonly held: number;
  readonly goods: readonly GoodView[];
  /** The newest ones. */
  readonly vouchers: readonly VoucherView[];
}

/** A voucher as staff see it before they hand anything over. */
export interface HandoverView extends GoodName {
  readonly redemptionId: string;
  readonly state: RedemptionState;
  readonly personName: string;
  readonly quantity: number;
  readonly points: number;
  readonly expiresAt: string;
  readonly endedAt?: string;
  readonly endedBy?: string;
  /** Held, and not the reader's own. */
  readonly mayCollect: boolean;
}

/** A price of a thing, since when, by whom and why. */
export interface PriceView {
  readonly version: number;
  readonly price: number;
  readonly since: string;
  readonly by: string;
  readonly reason: string;
}

/** Somebody counted, and a second person has to look. */
export interface StocktakeView {
  readonly counted: number;
  readonly expected: number;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
  readonly maySign: boolean;
}

/** A thing as those see it who keep the stock. */
export interface StockView extends GoodName {
  readonly price: number;
  readonly limit: number;
  /** Whether the catalogue shows it. */
  readonly offered: boolean;
  /** On the shelf; of these, put aside; how many people wait. */
  readonly onHand: number;
  readonly reserved: number;
  readonly waiting: number;
  readonly version: number;
  /** Newest first. */
  readonly prices: readonly PriceView[];
  readonly stocktake?: StocktakeView;
}

/** A thing's month, as it is made public. `onHand` at its start plus what came, minus what went, is that at its end. */
export interface SheetRow extends GoodName {
  readonly opening: number;
  readonly received: number;
  readonly collected: number;
  /** What counting found too much, or too little: below zero. */
  readonly corrected: number;
  readonly closing: number;
  /** Points for which it was handed over. */
  readonly points: number;
  /** What was paid for what came, in cents. */
  readonly costCents: number;
}

export interface SheetView {
  readonly month: string;
  readonly months: readonly string[];
  /** Points issued, and taken back by undoing awards; absent before they were counted. */
  readonly issued?: { readonly given: number; readonly undone: number; readonly countedAt: string };
  readonly rows: readonly SheetRow[];
}

/** What a secretary decides on a thing. */
export interface GoodInput {
  readonly name: string;
  readonly measure: string;
  readonly picture: GoodPicture;
  readonly price: number;
  readonly limit: number;
  readonly offered: boolean;
}

type GoodRef = { goodId: string; requestId: string };
type RedemptionRef = { redemptionId: string; requestId: string };

export interface RewardApi {
  /** What the reader has, what there is, and what they put aside. */
  'reward.list': { input: Record<string, never>; output: RewardsView };
  /** Puts a thing aside for the reader, at the price that they saw. */
  'reward.redeem': { input: GoodRef & { quantity: number; priceVersion: number }; output: VoucherView };
  'reward.get': { input: { redemptionId: string }; output: VoucherView };
  'reward.cancel': { input: RedemptionRef; output: VoucherView };
  /** Queues for a thing that is out of stock. */
  'reward.wait': { input: GoodRef & { quantity: number }; output: RewardsView };
  /** Whether who waited takes it, now that it is there; declining leaves the line. */
  'reward.answer': { input: GoodRef & { take: boolean; priceVersion: number }; output: RewardsView };
  /** What a code collects, for staff; nothing changes by it. */
  'reward.find': { input: { code: string }; output: HandoverView };
  'reward.collect': { input: RedemptionRef; output: HandoverView };
  'reward.refuse': { input: RedemptionRef & { reason: string }; output: HandoverView };
  /** `mayDecide`: the reader may add a thing, and change what it is called and costs. */
  'reward.listStock': { input: Record<string, never>; output: { goods: readonly StockView[]; mayDecide: boolean } };
  'reward.receive': { input: GoodRef & { quantity: number; costCents: number }; output: StockView };
  /** The first of the two people whom a difference needs. */
  'reward.count': { input: GoodRef & { counted: number; reason: string }; output: StockView };
  'reward.signCount': { input: GoodRef & { agree: boolean }; output: StockView };
  /** Without `goodId` a new thing; with it `version` is the one that was seen. */
  'reward.saveGood': {
    input: GoodInput & { goodId?: string; version: number; reason: string; requestId: string };
    output: StockView;
  };
  /** Without `month` the current one. */
  'reward.getSheet': { input: { month?: string }; output: SheetView };
}
