import { createHash } from 'node:crypto';

/** What a slip's code says: which book, how far it had come, and which anchor knew it. */
export interface SlipCode {
  /** The first five bytes of SHA-256 of the book's id, in hexadecimal: it names nobody. */
  readonly bookTag: string;
  /** `2026-11` */
  readonly month: string;
  /** The newest line of the month, and the first ten bytes of its hash; 0 and zeros before the first line. */
  readonly sequence: number;
  readonly hashStart: string;
  /** The day and the first four bytes of the hash of the anchor that covers it; null before the next night. */
  readonly anchor: { readonly day: string; readonly hashStart: string } | null;
}

const form = 1;
const lengths = { tag: 5, hash: 10, anchor: 4, check: 3 } as const;
const dayMs = 86_400_000;
/** Letters and digits that nobody takes for one another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groupLength = 4;
const codeBytes = 30;

export function bookTagOf(bookId: string): string {
  return sha256(Buffer.from(bookId)).subarray(0, lengths.tag).toString('hex');
}

/** The first bytes of a line's hash, as a code carries them. */
export function hashStartOf(hash: string): string {
  return hash.slice(0, 2 * lengths.hash);
}

export function anchorStartOf(hash: string): string {
  return hash.slice(0, 2 * lengths.anchor);
}

function sha256(bytes: Buffer): Buffer {
  return createHash('sha256').update(bytes).digest();
}

/** The code as it is printed: 48 letters and digits in groups of four, `0ABC-…`; its end tells a slip of the pen. */
export function formatSlipCode({ bookTag, month, sequence, hashStart, anchor }: SlipCode): string {
  const numbers = Buffer.alloc(8);
  const [year = 0, monthOfYear = 0] = month.split('-').map(Number);
  numbers.writeUInt8(form, 0);
  numbers.writeUInt16BE(year * 12 + monthOfYear - 1, 1);
  numbers.writeUIntBE(sequence, 3, 3);
  numbers.writeUInt16BE(anchor ? Date.parse(`${anchor.day}T00:00:00Z`) / dayMs : 0, 6);
  const anchorStart = anchor?.hashStart ?? '0'.repeat(2 * lengths.anchor);
  const said = Buffer.concat([numbers, ...[bookTag, hashStart, anchorStart].map((hex) => Buffer.from(hex, 'hex'))]);
  const letters = toLetters(Buffer.concat([said, sha256(said).subarray(0, lengths.check)]));
  return (letters.match(new RegExp(`.{1,${groupLength}}`, 'g')) ?? []).join('-');
}

/** Reads a code as somebody typed it: blanks and hyphens, small letters, O for 0 and I or L for 1 do not matter. */
export function parseSlipCode(text: string): SlipCode | undefined {
  const bytes = fromLetters(text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1'));
  if (bytes?.length !== codeBytes) return undefined;
  const said = bytes.subarray(0, -lengths.check);
  if (!sha256(said).subarray(0, lengths.check).equals(bytes.subarray(-lengths.check))) return undefined;
  if (said.readUInt8(0) !== form) return undefined;
  const months = said.readUInt16BE(1);
  const days = said.readUInt16BE(6);
  const hex = (start: number, length: number) => said.subarray(start, start + length).toString('hex');
  return {
    bookTag: hex(8, lengths.tag),
    month: `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`,
    sequence: said.readUIntBE(3, 3),
    hashStart: hex(8 + lengths.tag, lengths.hash),
    anchor:
      days === 0
        ? null
        : {
            day: new Date(days * dayMs).toISOString().slice(0, 10),
            hashStart: hex(8 + lengths.tag + lengths.hash, lengths.anchor),
          },
  };
}

/** Five bits a letter. */
function toLetters(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet.charAt(Number.parseInt(five, 2))).join('');
}

function fromLetters(letters: string): Buffer | undefined {
  const values = [...letters].map((letter) => alphabet.indexOf(letter));
  if (values.includes(-1)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}
