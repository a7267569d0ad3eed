/**
 * What a slip's code says, read on the phone alone: whether it was copied rightly, and whether this phone saw the same
 * line. How a code is made is in the function's `slip-code.ts`, and a test holds the two together.
 */
import type { Remembered } from '../text/check-slip';
import { sha256 } from './sha256';

/** What stands in a code: hexadecimal digits where there are bytes. */
export interface ReadSlipCode {
  /** The first five bytes of SHA-256 of the book's id. */
  readonly bookTag: string;
  /** `2026-11` */
  readonly month: string;
  readonly sequence: number;
  /** The first ten bytes of the line's hash. */
  readonly hashStart: string;
}

const form = 1;
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeBytes = 30;
const checkCount = 3;

/** Reads a code as somebody typed it; null where it was mistyped, which its last letters tell. */
export function readSlipCode(text: string): ReadSlipCode | null {
  const letters = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  const bytes = bytesOf(letters);
  if (bytes === null || bytes.length !== codeBytes) return null;
  const said = bytes.slice(0, -checkCount);
  if (hexOf(sha256(said).slice(0, checkCount)) !== hexOf(bytes.slice(-checkCount)) || said[0] !== form) return null;
  const months = numberOf(said.slice(1, 3));
  return {
    month: `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`,
    sequence: numberOf(said.slice(3, 6)),
    bookTag: hexOf(said.slice(8, 13)),
    hashStart: hexOf(said.slice(13, 23)),
  };
}

/** A line of a book as this phone saw it: `book` is person and unit with a stroke between. */
interface SeenLine {
  readonly book: string;
  readonly sequence: number;
  readonly hash: string;
}

/** What a phone remembers of the line that a code names. */
export function rememberedOf({ bookTag, sequence, hashStart }: ReadSlipCode, seen: readonly SeenLine[]): Remembered {
  const known = seen.filter((one) => one.sequence === sequence && tagOf(one.book) === bookTag);
  if (known.length === 0) return 'unknown';
  return known.every(({ hash }) => hash.startsWith(hashStart)) ? 'same' : 'other';
}

function tagOf(book: string): string {
  const id = book.replace('/', ':');
  return hexOf(sha256([...id].map((letter) => letter.charCodeAt(0) & 0xff)).slice(0, 5));
}

/** Five bits a letter; null for a letter that no code has. */
function bytesOf(letters: string): readonly number[] | null {
  const values = [...letters].map((letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return null;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return (bits.match(/.{8}/g) ?? []).map((eight) => parseInt(eight, 2));
}

const numberOf = (bytes: readonly number[]): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0);
const hexOf = (bytes: readonly number[]): string => bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('');
