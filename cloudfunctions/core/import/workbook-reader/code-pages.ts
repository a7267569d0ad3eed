import { TextDecoder } from 'node:util';
import { set_cptable } from '@e965/xlsx';

/** What the decoder of Node calls the code pages that books in Chinese and their neighbours' languages have. */
const encodings: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1201, 'utf-16be'],
  [10008, 'gb18030'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);
const otherwise = 'windows-1252';
const decoders = new Map<string, TextDecoder>();

function decode(codePage: number, data: string | ArrayLike<number>): string {
  const encoding = encodings.get(codePage) ?? otherwise;
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(typeof data === 'string' ? Buffer.from(data, 'latin1') : Uint8Array.from(data));
}

/**
 * Lends the library the code pages of Node instead of its own tables of three quarters of a megabyte: books of Excel 5
 * and 95 hold their texts in one. It reads alone.
 */
export function lendCodePages(): void {
  set_cptable({ utils: { decode, encode: (_: number, text: string) => Buffer.from(text, 'latin1') } });
}
