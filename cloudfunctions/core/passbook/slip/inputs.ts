import { limits } from '../../../../miniprogram/contracts/limits';
import { v } from '../../platform/validation';
import { parseSlipCode } from './slip-code';

/** `2026-11` */
export const slipMonth = v.pipe(v.string(), v.regex(/^20\d\d-(0[1-9]|1[0-2])$/));
/** A code as somebody typed or scanned it; one that was mistyped is `INVALID_INPUT`. */
export const slipCode = v.pipe(
  v.string(),
  v.maxLength(limits.slipCode),
  v.check((text) => parseSlipCode(text) !== undefined),
);
/** An Ed25519 signature in base64. */
export const slipSignature = v.pipe(v.string(), v.regex(/^[\w+/]{86}==$/));
