import type { Reading } from './reading';

/**
 * `empty`: nothing that can be seen; `long`: more characters than the field has room for; `lines`: a line break where
 * one line is asked; `direction`: characters that turn the order of others about, so that a sentence reads as another
 * one; `control`: other characters that cannot be seen; `surrogate`: half of a character.
 */
export type WordsProblem = 'empty' | 'long' | 'lines' | 'direction' | 'control' | 'surrogate';

/** Embeddings, overrides and isolates of writing direction. */
const direction = /[\u202a-\u202e\u2066-\u2069]/;
const surrogate = /\p{Surrogate}/u;
const lineBreaks = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
/**
 * What comes along with pasted text and means nothing in it: zero-width spaces and marks, soft hyphens, places of
 * pictures. It is left out, since nobody can see it to delete it.
 */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u2060\ufeff\ufffc]/g;
const joiner = String.raw`[\u180e\u200c\u200d]`;
const joinable = String.raw`\p{Extended_Pictographic}\p{Script=Arabic}\p{Script=Mongolian}`;
const joinableBefore = String.raw`${joinable}\p{Emoji_Modifier}\ufe0f`;
/** A joiner that joins neither parts of an emoji nor letters of a script that needs it. */
const strayJoiner = new RegExp(`(?<![${joinableBefore}])${joiner}|${joiner}(?![${joinable}])`, 'gu');
/** The flags of England, Scotland and Wales are a black flag with letters that cannot be seen. */
const flag = /\u{1f3f4}[\u{e0061}-\u{e007a}]{1,6}\u{e007f}/gu;
const invisible =
  /(?![\n\u180e\u200c\u200d])[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]/u;
/** Something to be seen; the empty braille cell is a symbol and shows nothing. */
const visible = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

/**
 * Reads what a person typed: trimmed, line breaks in one form, without what came along unseen. The characters stay as
 * they were typed.
 * @param maxLength counted as the fields of WeChat count
 */
export function readWords(typed: string, maxLength: number): Reading<string, WordsProblem> {
  if (surrogate.test(typed)) return { ok: false, problem: 'surrogate' };
  if (direction.test(typed)) return { ok: false, problem: 'direction' };
  const value = typed.replace(lineBreaks, '\n').replace(/\t/g, ' ').replace(unseen, '').replace(strayJoiner, '').trim();
  if (invisible.test(value.replace(flag, ''))) return { ok: false, problem: 'control' };
  if (!visible.test(value)) return { ok: false, problem: 'empty' };
  return value.length > maxLength ? { ok: false, problem: 'long' } : { ok: true, value };
}

/** The same in one line. */
export function readLine(typed: string, maxLength: number): Reading<string, WordsProblem> {
  const words = readWords(typed, maxLength);
  return words.ok && words.value.includes('\n') ? { ok: false, problem: 'lines' } : words;
}
