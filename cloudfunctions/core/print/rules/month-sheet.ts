import type { SlipView } from '../../../../miniprogram/contracts/passbook';
import { dayOf, lineText, monthSlipText as words, plain, signed } from '../text/month-slip';

/** The slip of a month as lines of a spreadsheet, the code and its proof below; its QR stands beside them. */
export function monthSheet(slip: SlipView, community: string): readonly (readonly string[])[] {
  const { lines, opening, closing, sequence, hash, anchor, code, signature, publicKey, keyId } = slip;
  return [
    [words.title(slip.month)],
    [community],
    [words.owner(slip)],
    [...words.columns],
    ['', '', words.opening, '', plain(opening)],
    ...lines.map((line) => [
      String(line.sequence),
      dayOf(line.at),
      lineText(line),
      signed(line.points),
      plain(line.balance),
    ]),
    ...(lines.length === 0 ? [['', '', words.nothing, '', '']] : []),
    ['', '', words.closing, '', plain(closing)],
    [],
    [words.code, code],
    [words.head(sequence), ...(sequence === 0 ? [] : [hash])],
    anchor ? [`${anchor.day} ${words.anchor}`, anchor.hash] : [words.notAnchored],
    signature === undefined ? [words.unsigned] : [words.signature, signature],
    ...(publicKey === undefined
      ? []
      : [
          [words.publicKey, publicKey],
          [words.keyId, keyId ?? ''],
        ]),
    [words.how],
  ];
}
