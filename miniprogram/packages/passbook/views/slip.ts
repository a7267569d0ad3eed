import type { PassbookView, PointUnit, SlipView } from '../../../contracts/passbook';
import { bookDate } from '../../../text/dates';
import { entrySubject } from '../text/entries';
import { pointsText } from '../../../text/passbook/points';
import {
  anchorLine,
  contradictionLine,
  headLine,
  monthTitle,
  slipLineSums,
  slipOwner,
  unsignedLine,
} from '../text/slip';
import { monthAfter, monthOf } from './month';

interface SlipLine {
  readonly entryId: string;
  readonly title: string;
  readonly sums: string;
}

/** A month's slip, as it is shown and read out. */
export interface Slip {
  /** Whose book, to ask for it again. */
  readonly personId: string;
  readonly unit: PointUnit;
  readonly month: string;
  readonly title: string;
  readonly owner: string;
  readonly opening: string;
  readonly closing: string;
  readonly lines: readonly SlipLine[];
  readonly head: string;
  /** As the book's own check code: `7F3A-92C1`; '' before the first line. */
  readonly fingerprint: string;
  readonly anchor: string;
  /** '' before the first line, or before the next night. */
  readonly anchorFingerprint: string;
  readonly code: readonly string[];
  readonly signature: string;
  /** '' where nothing is signed. */
  readonly publicKey: string;
  /** Which of the community's keys it is, in fours. */
  readonly keyId: string;
  /** The months on either side; '' where there is nothing to see. */
  readonly earlier: string;
  readonly later: string;
  /** What this phone saw otherwise; '' where all is as it was. */
  readonly contradiction: string;
}

/** The first eight characters, to be compared by eye. */
const shortHash = (hash: string): string => `${hash.slice(0, 4)}-${hash.slice(4, 8)}`.toUpperCase();
const inFours = (text: string): string => (text.match(/.{1,4}/g) ?? []).join(' ');

const slipLine = ({ entryId, at, ...line }: SlipView['lines'][number], nowMs: number): SlipLine => ({
  entryId,
  title: `${bookDate(at, nowMs).day} ${entrySubject(line)}`,
  sums: slipLineSums(line),
});

/** @param contradiction the line that this phone saw otherwise */
export function slip(view: SlipView, nowMs: number, contradiction: PassbookView['broken']): Slip {
  const { month, sequence, anchor, lines, signature, publicKey = '', keyId = '' } = view;
  const isFirst = sequence === 0 || lines.some((line) => line.sequence === 1);
  return {
    ...{ personId: view.personId, unit: view.unit },
    month,
    title: monthTitle(month),
    owner: slipOwner(view),
    opening: pointsText(view.opening),
    closing: pointsText(view.closing),
    lines: lines.map((line) => slipLine(line, nowMs)),
    head: headLine(sequence),
    fingerprint: sequence === 0 ? '' : shortHash(view.hash),
    anchor: anchorLine(view),
    anchorFingerprint: anchor === undefined ? '' : shortHash(anchor.hash),
    code: view.code.split('-'),
    signature: signature === undefined ? unsignedLine : inFours(signature),
    publicKey: inFours(publicKey),
    keyId: inFours(keyId),
    earlier: isFirst ? '' : monthAfter(month, -1),
    later: month < monthOf(nowMs) ? monthAfter(month, 1) : '',
    contradiction: contradictionLine(contradiction),
  };
}
