import { spacedCardNumber } from '../../../../miniprogram/contracts/card-number';
import type { CardSize } from '../../../../miniprogram/contracts/card';
import type { CardText } from '../../card/rules/card-text';
import { colourWord, sizeWords, tokenColumns } from '../text/papers';
import { writtenPhone } from '../../../../miniprogram/contracts/written-phone';

export interface TokenRow {
  readonly token: string;
  readonly number: string;
  readonly size: CardSize;
  readonly text: CardText;
}

/** So that spreadsheet programs read it as UTF-8. */
const byteOrderMark = '\ufeff';

/**
 * The cards' tokens and what stands on them, for a print shop: CSV (RFC 4180) in UTF-8. No cell is taken for a formula.
 */
export function tokenTable(rows: readonly TokenRow[]): Buffer {
  const lines = rows.map(({ token, number, size, text }) => [
    spacedCardNumber(number),
    token,
    text.communityName,
    text.gridName,
    colourWord(text.colour),
    text.placeName,
    text.holder?.name ?? '',
    writtenPhone(text.phone),
    writtenPhone(text.officePhone),
    sizeWords[size],
  ]);
  const table = [tokenColumns, ...lines].map((cells) => cells.map(csvCell).join(','));
  return Buffer.from(`${byteOrderMark}${table.join('\r\n')}\r\n`, 'utf8');
}

/** What begins like a formula is kept from being one by an apostrophe before it. */
export function csvCell(text: string): string {
  const safe = /^\s*[=+\-@＝＋－＠\t\r\n]/u.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
