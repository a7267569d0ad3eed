import { limits } from '../../../miniprogram/contracts/limits';
import { v } from '../platform/validation';

const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));

/** A whole number from 1; the thing's own limit is checked where the thing is known. */
export const quantity = whole(1, limits.stock);
export const counted = whole(0, limits.stock);
export const costCents = whole(0, 100_000_000);
export const price = whole(1, limits.goodPrice);
export const goodLimit = whole(1, limits.goodLimit);
export const priceVersion = whole(1, 1_000_000);

/** The twelve digits of a voucher. */
export const voucherCode = v.pipe(v.string(), v.regex(/^\d{12}$/));

/** `2026-11` */
export const sheetMonth = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/));
