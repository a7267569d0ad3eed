import { readWords } from '../../platform/input/words';
import { nothingWords } from '../text/words';
import { cellText, type Cell } from '../workbook';
import { withoutIdentityNumbers } from './identity-number';
import { refused, taken, unreadable, type CellReading } from './reading';

export const maxLengths = { placeName: 40, words: 60, note: 500 } as const;
const listSeparator = /[、,;/|\n]|\s+/;

/** Reads words as they are; an identity number among them is left out. */
export function readText(cell: Cell, maxLength: number): CellReading<string> {
  const problem = unreadable(cell);
  if (problem) return problem;
  const typed = cellText(cell).trim();
  if (nothingWords.test(typed)) return taken<string>(undefined);
  const text = withoutIdentityNumbers(typed);
  if (text === '') return taken<string>(undefined, { code: 'identityInText' });
  const words = readWords(text, maxLength);
  if (!words.ok) return refused('textUnreadable', words.problem);
  return text === typed ? taken(words.value) : taken(words.value, { code: 'identityInText' });
}

/** A remark never refuses a row: what cannot be read of it is dropped, and said. */
export function readNote(cell: Cell): CellReading<string> {
  const reading = readText(cell, maxLengths.note);
  return reading.ok ? reading : taken<string>(undefined, { code: 'droppedCell' });
}

/** Reads the name of a place, without the blanks in it. A cell that a program made a date of was a door 3-1. */
export function readPlaceName(cell: Cell): CellReading<string> {
  if (cell.type === 'time') return refused('dateInText', cell.day);
  const reading = readText(cell, maxLengths.placeName);
  if (!reading.ok || reading.value === undefined) return reading;
  const name = reading.value
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[‐-―−]/g, '-');
  return { ...reading, value: name };
}

/** Several words in one cell, each once. */
export function readList(cell: Cell): CellReading<readonly string[]> {
  const reading = readText(cell, maxLengths.note);
  if (!reading.ok || reading.value === undefined) return reading.ok ? { ...reading, value: undefined } : reading;
  const words = reading.value
    .normalize('NFKC')
    .split(listSeparator)
    .filter((word) => word !== '');
  return { ...reading, value: [...new Set(words)] };
}

/** The code whose words a cell has; others are dropped, and said. */
export function readChoice<Code extends string>(cell: Cell, words: Readonly<Record<Code, RegExp>>): CellReading<Code> {
  const reading = readText(cell, maxLengths.words);
  if (!reading.ok || reading.value === undefined) return reading.ok ? { ...reading, value: undefined } : reading;
  const plain = reading.value.normalize('NFKC').replace(/\s/g, '');
  for (const code in words) if (words[code].test(plain)) return taken(code);
  return taken<Code>(undefined, { code: 'unknownWord', detail: plain });
}
