import type { PointUnit } from '../../../miniprogram/contracts/passbook';
import { object, optional, v } from '../platform/validation';

/** What a community decided about its books. */
export interface PassbookPolicy {
  /** For so many days a line may be contested. */
  readonly contestDays: number;
  /** Points that one person may give by hand in a month; 0: nobody gives any. Absent: `defaultGrantCap`. */
  readonly grantCap?: number;
  /** When points run out, by unit. Absent: never. */
  readonly expiry?: Readonly<Record<PointUnit, UnitExpiry>>;
}

/** When points of a unit run out. */
export interface UnitExpiry {
  /** So many months after the one in which they came in, at its end; 0: never. */
  readonly months: number;
  /** So many are carried over the end of a year; `allCarriedOver`: all. */
  readonly carryOver: number;
}

/** More than anybody has. */
export const allCarriedOver = 99_999;

const never: UnitExpiry = { months: 0, carryOver: allCarriedOver };
const neverAny = { organization: never, service: never, courtyard: never } as const;

/** A few lines a month: whatever is regular has a rule of its own. */
export const defaultGrantCap = 20;

export const defaultPassbookPolicy: PassbookPolicy = {
  contestDays: 30,
  grantCap: defaultGrantCap,
  expiry: neverAny,
};

/** When points of a unit run out, as a community decided. */
export function expiryOf(policy: PassbookPolicy | undefined, unit: PointUnit): UnitExpiry {
  return policy?.expiry?.[unit] ?? never;
}

/** What one person may give by hand in a month. */
export function grantCapOf({ grantCap = defaultGrantCap }: PassbookPolicy): number {
  return grantCap;
}

const unitExpiry = object({
  months: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(120)),
  carryOver: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(allCarriedOver)),
});

export const passbookPolicySchema = object({
  contestDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(366)),
  grantCap: optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000))),
  expiry: optional(object({ organization: unitExpiry, service: unitExpiry, courtyard: unitExpiry })),
});
