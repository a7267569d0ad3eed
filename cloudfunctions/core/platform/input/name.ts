import type { Reading } from './reading';
import { readLine, type WordsProblem } from './words';

/**
 * Radicals that NFKC leaves alone and that texts copied out of PDF files hold instead of the character, by code point:
 * simplified forms that are characters of their own.
 */
const radicals: ReadonlyMap<number, number> = new Map([
  [0x2ea0, 0x6c11],
  [0x2ec4, 0x897f],
  [0x2ec5, 0x89c1],
  [0x2ec9, 0x8d1d],
  [0x2ecb, 0x8f66],
  [0x2ed1, 0x9577],
  [0x2ed3, 0x957f],
  [0x2ed4, 0x95e8],
  [0x2ed8, 0x9752],
  [0x2ed9, 0x97e6],
  [0x2eda, 0x9875],
  [0x2edb, 0x98ce],
  [0x2edc, 0x98de],
  [0x2ee2, 0x9a6c],
  [0x2ee5, 0x9c7c],
  [0x2ee6, 0x9e1f],
  [0x2ee8, 0x9ea6],
  [0x2ee9, 0x9ec4],
  [0x2eec, 0x9f50],
  [0x2eee, 0x9f7f],
  [0x2ef0, 0x9f99],
]);
const supplement = /[\u2e80-\u2eff]/g;
const nameDot = '\u00b7';
/** The dots that stand between the parts of a name, of which NFKC unifies none. */
const dots = /[^\S\n]*[\u00b7\u2022\u2027\u2219\u22c5\u25cf\u30fb][^\S\n]*/g;
const fullStopInside = /(?<=\p{Script=Han})[^\S\n]*\.[^\S\n]*(?=\p{Script=Han})/gu;
const blankInside = /(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu;

function characterOf(radical: string): string {
  const code = radical.codePointAt(0) ?? 0;
  return String.fromCodePoint(radicals.get(code) ?? code);
}

/**
 * Reads a person's name in the one form in which names are stored and compared: NFKC, so that a radical is its
 * character and letters have one width; one dot between the parts of a name; no blanks within a Chinese one, which
 * spreadsheets put in to make columns even.
 */
export function readName(typed: string, maxLength: number): Reading<string, WordsProblem> {
  const line = readLine(typed, Infinity);
  if (!line.ok) return line;
  const unified = line.value
    .normalize('NFKC')
    .replace(supplement, characterOf)
    .replace(dots, nameDot)
    .replace(fullStopInside, nameDot)
    .replace(blankInside, '')
    .replace(/[^\S\n]+/g, ' ');
  return readLine(unified, maxLength);
}
