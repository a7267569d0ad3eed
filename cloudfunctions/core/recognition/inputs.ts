import { v } from '../platform/validation';

/** `2026-10`, or `2026` for the whole year. */
export const period = v.pipe(v.string(), v.regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/));
/** `2026-10` */
export const month = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
export const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));
