import type { RemarkCode } from '../../../../miniprogram/contracts/import-row';
import type { Cell } from '../workbook';
import { cellText } from '../workbook';
import { nothingWords } from '../text/words';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';
/** 18 digits, 17 and X, or 15 as before 1999, that stand in a text and in no longer run. */
const inText = /(?<![\dA-Za-z])(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g;

/** Whether the last of the 18 digits follows from the others (ISO 7064, mod 11-2). */
function hasCheckDigit(digits: string): boolean {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return checkDigits[sum % 11] === digits[17];
}

/**
 * What is wrong with a cell of identity numbers. It is dropped in any case. A number cell cannot hold 18 digits:
 * readers hand out plausible wrong ones.
 */
export function identityProblem(cell: Cell | undefined): RemarkCode | undefined {
  if (cell === undefined) return undefined;
  if (cell.type !== 'text') return 'identityInNumberCell';
  const digits = cellText(cell)
    .normalize('NFKC')
    .replace(/[\s'‘’-]/g, '')
    .toUpperCase();
  if (digits === '' || nothingWords.test(digits)) return undefined;
  if (/^\d(?:\.\d+)?E\+\d+$/.test(digits)) return 'identityInNumberCell';
  if (/^\d{15}$/.test(digits)) return undefined;
  if (!/^\d{17}[\dX]$/.test(digits)) return 'identityForm';
  return hasCheckDigit(digits) ? undefined : 'identityCheckDigit';
}

/** A text without the identity numbers in it, which nobody is to read or keep. */
export function withoutIdentityNumbers(text: string, instead = ''): string {
  return text.normalize('NFKC').search(inText) < 0 ? text : text.normalize('NFKC').replace(inText, instead).trim();
}
