import { Binary, ObjectId } from 'bson';
import { rank, rankOf } from './compare';
import { isFields, type Value } from './value';

/** Stands for an empty array in an index: it sorts before null and equals nothing else. */
export const emptyArray = Symbol('empty array');
export type IndexValue = Value | undefined | typeof emptyArray;

/**
 * Bytes whose plain byte order is BSON's order of the values. No encoding is a prefix of another one, so encodings can
 * be strung together into the key of a compound index; inverting all bytes gives the descending order.
 */
export function encodeValue(value: IndexValue): Buffer {
  if (value === emptyArray) return Buffer.of(rank.emptyArray);
  if (typeof value === 'string') return encodeText(value, String.fromCharCode(rankOf(value)));
  return Buffer.concat([Buffer.of(rankOf(value)), payload(value)]);
}

/** Same as {@link encodeValue} for a descending field. */
export function invert(key: Buffer): Buffer {
  const inverted = Buffer.from(key);
  for (let at = 0; at < inverted.length; at++) inverted[at] = 255 - (inverted[at] ?? 0);
  return inverted;
}

/** The smallest key above every key that starts with `prefix`. Ranks stay below 0xff, so there always is one. */
export function successor(prefix: Buffer): Buffer {
  for (let at = prefix.length - 1; at >= 0; at--) {
    const byte = prefix[at] ?? 0;
    if (byte === 0xff) continue;
    const next = Buffer.from(prefix.subarray(0, at + 1));
    next[at] = byte + 1;
    return next;
  }
  return Buffer.of(0xff, 0xff);
}

const nothing = Buffer.alloc(0);
const end = Buffer.of(0);

function payload(value: Value | undefined): Buffer {
  if (value === null || value === undefined) return nothing;
  if (typeof value === 'number') return encodeNumber(value);
  if (typeof value === 'string') return encodeText(value);
  if (typeof value === 'boolean') return Buffer.of(value ? 1 : 0);
  if (value instanceof Date) return encodeNumber(value.getTime());
  if (Array.isArray(value)) return Buffer.concat([...value.map(encodeValue), end]);
  if (value instanceof RegExp) return Buffer.concat([encodeText(value.source), encodeText(value.flags)]);
  if (value instanceof ObjectId) return Buffer.from(value.id);
  if (value instanceof Binary) return encodeBinary(value);
  return isFields(value) ? Buffer.concat([...Object.entries(value).map(encodeEntry), end]) : nothing;
}

function encodeEntry([name, value]: [string, Value]): Buffer {
  return Buffer.concat([Buffer.of(rankOf(value)), encodeText(name), payload(value)]);
}

/** IEEE 754 bits with the sign turned so that bytes order as numbers do; NaN comes first, -0 equals 0. */
function encodeNumber(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  if (Number.isNaN(value)) return bytes;
  bytes.writeDoubleBE(value === 0 ? 0 : value);
  const sign = bytes[0] ?? 0;
  if (sign >= 0x80) return invert(bytes);
  bytes[0] = sign + 0x80;
  return bytes;
}

/** UTF-8 ended by two zero bytes; a zero byte inside becomes 00 ff so that the end stays unmistakable. */
function encodeText(value: string, before = ''): Buffer {
  const bytes = Buffer.from(`${before}${value}\0\0`, 'utf8');
  if (bytes.indexOf(0) === bytes.length - 2) return bytes;
  const escaped: number[] = [];
  for (const byte of bytes.subarray(0, -2)) {
    escaped.push(byte);
    if (byte === 0) escaped.push(0xff);
  }
  return Buffer.from([...escaped, 0, 0]);
}

function encodeBinary(value: Binary): Buffer {
  const header = Buffer.alloc(5);
  header.writeUInt32BE(value.length());
  header.writeUInt8(value.sub_type, 4);
  return Buffer.concat([header, value.buffer.subarray(0, value.length())]);
}
