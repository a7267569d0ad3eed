import type { SlipFault } from '../../../../miniprogram/contracts/slip';
import type { VerifyingKey } from '../../platform/key-ring';
import { isSignedBy } from '../../platform/signer';
import type { Anchor } from '../anchor/anchor';
import type { Entry } from '../entry';
import { statementOf, textOfSlip } from './slip';
import { anchorStartOf, hashStartOf, type SlipCode } from './slip-code';

/** What a paper says of a book, and what the book says now. */
export interface SlipCheck {
  readonly slip: SlipCode;
  /** Of the paper, where it was scanned. */
  readonly signature?: string | undefined;
  readonly communityId: string;
  readonly bookId: string;
  /** The month's lines in their order, and the newest before them. */
  readonly lines: readonly Entry[];
  readonly before: Entry | undefined;
  /** The anchor of the day that the paper names; undefined where it names none, or there is none. */
  readonly anchor: Anchor | undefined;
  readonly keys: readonly VerifyingKey[];
}

/** The first thing that is not as it was when the paper was made; undefined where all of it is. Pure. */
export function faultOfSlip(check: SlipCheck): SlipFault | undefined {
  const { slip, lines, before, anchor } = check;
  const known = [...(before ? [before] : []), ...lines];
  const line = known.find(({ sequence }) => sequence === slip.sequence);
  if (slip.sequence > 0 && !line)
    return known.some(({ sequence }) => sequence > slip.sequence) ? 'otherLine' : 'missingLine';
  if (line && hashStartOf(line.hash) !== slip.hashStart) return 'otherLine';
  if (slip.anchor && !anchor) return 'missingAnchor';
  if (slip.anchor && anchor && anchorStartOf(anchor.hash) !== slip.anchor.hashStart) return 'otherAnchor';
  return isSigned(check) === false ? 'otherSignature' : undefined;
}

/** Whether one of the community's keys signed what the paper says; undefined where it says no signature. */
export function isSigned({ signature, keys, ...check }: SlipCheck): boolean | undefined {
  if (signature === undefined) return undefined;
  const { slip, communityId, bookId, lines, before, anchor } = check;
  const printed = lines.filter(({ sequence }) => sequence <= slip.sequence);
  const book = { communityId, bookId, month: slip.month };
  const text = textOfSlip(statementOf(book, printed, { before, anchor: slip.anchor ? anchor : undefined }));
  return keys.some(({ publicKey }) => isSignedBy(publicKey, text, signature));
}
