import { v } from '../platform/validation';

/** `2026-10` */
export const reviewMonth = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
export const reviewYear = v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2099));
