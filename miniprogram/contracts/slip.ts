import type { PointUnit } from './passbook';

/**
 * What is not as it was when a slip was printed: it is of none of their books, its last line is gone or another, the
 * anchor of its night is gone or another, or nobody of the community signed it.
 */
export const slipFaults = [
  'otherBook',
  'missingLine',
  'otherLine',
  'missingAnchor',
  'otherAnchor',
  'otherSignature',
] as const;
export type SlipFault = (typeof slipFaults)[number];

/** A printed slip beside the book as it stands. */
export interface SlipCheckView {
  /** What the paper says: `2026-11`, and the newest line of that month. */
  readonly month: string;
  readonly sequence: number;
  /** Whose book it is; absent where it is none of theirs. */
  readonly unit?: PointUnit;
  readonly name?: string;
  /** The balance after that line, where all is as it was. */
  readonly closing?: number;
  /** The night that sealed it; absent of a slip that was printed before. */
  readonly anchorDay?: string;
  /** It was scanned, and the community's key signed it. */
  readonly signed?: true;
  readonly wrong?: SlipFault;
}

/** What a slip's QR says, so that scanning it types the code and the signature. */
export const slipMark = 'lianxin-slip';

/** @param code in groups of four; @param signature base64, '' where nothing is signed */
export function slipText(code: string, signature: string): string {
  return [slipMark, code, ...(signature === '' ? [] : [signature])].join(' ');
}

/** The code and signature of a scanned slip; null for any other QR. */
export function readSlipText(text: string): { readonly code: string; readonly signature: string } | null {
  const [mark, code = '', signature = '', ...rest] = text.trim().split(' ');
  return mark === slipMark && code !== '' && rest.length === 0 ? { code, signature } : null;
}

/** How a slip goes out: to be printed, or as a spreadsheet. */
export const slipFormats = ['pdf', 'xlsx'] as const;
export type SlipFormat = (typeof slipFormats)[number];

export interface SlipApi {
  /** Holds a printed slip against the book as it stands, the caller's own or that of `personId`. */
  'passbook.checkSlip': { input: { code: string; signature?: string; personId?: string }; output: SlipCheckView };
}
