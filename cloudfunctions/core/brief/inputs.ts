import { v } from '../platform/validation';

/** `2026-11` */
export const briefMonth = v.pipe(v.string(), v.regex(/^20\d\d-(?:0[1-9]|1[0-2])$/));
