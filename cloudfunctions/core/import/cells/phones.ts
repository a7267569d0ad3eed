import { readPhone, splitPhones, type PhoneNumber } from '../../../../miniprogram/contracts/phone-number';
import type { RemarkCode } from '../../../../miniprogram/contracts/import-row';
import { readPersonPhone } from '../../platform/input/phone';
import { nothingWords, phoneLabels, phoneOwnerWords } from '../text/words';
import { cellText, type Cell } from '../workbook';
import { refused, taken, unreadable, type CellReading, type Told } from './reading';

/** The numbers of a cell; `isOfOther` where it says that they are a daughter's or a neighbour's. */
export interface PhonesCell {
  readonly phones: readonly PhoneNumber[];
  readonly isOfOther: boolean;
}

/** 164****0001, as other systems print it. */
const masked = /\d[*x]{2,}\d/i;
const exponent = /^\d(?:\.\d+)?e\+?\d{1,2}$/i;

/**
 * Reads a cell of telephone numbers by the one reading of numbers, each for itself. A wrong one refuses the row.
 * @param isOpen whether the number may be one of an office, at which no person can be called back
 */
export function readPhonesCell(cell: Cell, areaCode: string, isOpen = false): CellReading<PhonesCell> {
  const problem = unreadable(cell);
  if (problem) return problem;
  const text = cellText(cell).normalize('NFKC').trim();
  if (nothingWords.test(text)) return taken<PhonesCell>(undefined);
  if (cell.type === 'text' && exponent.test(text)) return refused('exponent');
  if (masked.test(text)) return refused('phoneCharacters');
  const ofOther = text.replace(phoneOwnerWords, ' ');
  const bare = ofOther.replace(phoneLabels, ' ').replace(/\(\s*\)/g, ' ');
  const phones = new Map<string, PhoneNumber>();
  const remarks: Told<RemarkCode>[] = [];
  const parts = splitPhones(bare);
  if (parts.length === 0) return text === '' ? taken<PhonesCell>(undefined) : refused('phoneCharacters');
  for (const part of parts) {
    const reading = readOne(part, { areaCode, isOpen, isNumber: cell.type === 'number' });
    if (!reading.ok) return reading;
    if (reading.value) phones.set(reading.value.number, reading.value);
    remarks.push(...reading.remarks);
  }
  const isOfOther = ofOther !== text;
  if (isOfOther) remarks.push({ code: 'phoneOfOther' });
  return taken({ phones: [...phones.values()], isOfOther }, ...remarks);
}

interface PhoneSettings {
  readonly areaCode: string;
  readonly isOpen: boolean;
  /** Whether it stood in a number cell. */
  readonly isNumber: boolean;
}

function readOne(typed: string, { areaCode, isOpen, isNumber }: PhoneSettings): CellReading<PhoneNumber> {
  const reading = isOpen ? readPhone(typed, areaCode) : readPersonPhone(typed, areaCode);
  const digits = typed.replace(/\D/g, '');
  if (reading.ok) {
    const { number } = reading.value;
    if (/^01[3-9]\d{9}$/.test(digits) && number === digits.slice(1))
      return taken(reading.value, { code: 'leadingZero', detail: number });
    return digits.includes(number.slice(1))
      ? taken(reading.value)
      : taken(reading.value, { code: 'areaCodeAdded', detail: areaCode });
  }
  // A number cell drops the 0 before an area code.
  const withZero = isNumber ? readPersonPhone(`0${digits}`, areaCode) : reading;
  if (withZero.ok && withZero.value.kind === 'landline')
    return taken(withZero.value, { code: 'leadingZeroLost', detail: withZero.value.number });
  switch (reading.problem) {
    case 'characters':
    case 'empty':
    case 'several':
      return refused('phoneCharacters');
    case 'foreign':
      return refused('phoneForeign');
    case 'service':
      return refused('phoneService');
    default:
      return digits.length === 11 ? refused('phoneUnknown') : refused('phoneDigits', String(digits.length));
  }
}
